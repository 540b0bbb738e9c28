package chatroom.checker;

import chatroom.checker.Violation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Old snapshot and events are the fresh snapshot: whoever stayed to the end shows every message as
 * who comes last is shown it.
 */
final class StateRules {
  private StateRules() {}

  static void check(Journal journal, StoredLog log, List<Violation> found) {
    if (journal.all(Event.Stayed.class).findAny().isEmpty()) {
      return;
    }
    replicas(journal)
        .forEach(
            (room, replica) ->
                replica.now().forEach((id, look) -> compare(journal, room, id, look, log, found)));
  }

  private static void compare(
      Journal journal, String room, long id, Look look, StoredLog log, List<Violation> found) {
    log.find(id)
        .map(any -> log.looks(id))
        .filter(fresh -> !fresh.equals(Optional.of(look)))
        .ifPresent(
            fresh ->
                found.add(
                    new Violation(
                        Kind.DIVERGED,
                        journal.name()
                            + " shows "
                            + look
                            + " in "
                            + room
                            + " for id "
                            + id
                            + ", who comes last is shown "
                            + fresh.map(Look::toString).orElse("nothing"))));
  }

  private static Map<String, Replica> replicas(Journal journal) {
    Map<String, Replica> replicas = new HashMap<>();
    Map<String, Event.Sent> sent = new HashMap<>();
    for (Event event : journal.events()) {
      if (event instanceof Event.Sent it) {
        sent.put(it.ref(), it);
      } else if (event instanceof Event.Acked ack) {
        Event.Sent it = sent.get(ack.ref());
        if (it != null && !it.isChange()) {
          of(replicas, it.room()).said(ack.id(), ack.seq(), it.text());
        }
      } else if (event instanceof Event.Snapshot snapshot) {
        of(replicas, snapshot.room()).begin(snapshot);
      } else if (event instanceof Event.Saw saw) {
        of(replicas, saw.room()).saw(saw.posting(), saw.way());
      }
    }
    return replicas;
  }

  private static Replica of(Map<String, Replica> replicas, String room) {
    return replicas.computeIfAbsent(room, any -> new Replica());
  }
}
