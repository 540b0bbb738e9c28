package chatroom.checker;

import chatroom.checker.Violation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was acknowledged is stored, where every ack of it says. */
final class AckRules {
  private AckRules() {}

  static void check(Journal journal, StoredLog log, Sayings sayings, List<Violation> found) {
    Map<String, Event.Acked> acks = new HashMap<>();
    journal.each(
        Event.Acked.class,
        ack -> {
          Event.Acked before = acks.putIfAbsent(ack.ref(), ack);
          if (before != null && (before.id() != ack.id() || before.seq() != ack.seq())) {
            found.add(
                new Violation(Kind.ACKS_DIFFER, journal.name() + " got " + before + " and " + ack));
          }
        });
    Map<String, Event.Sent> sent = new HashMap<>();
    journal.each(Event.Sent.class, it -> sent.putIfAbsent(it.ref(), it));
    acks.values().forEach(ack -> stored(journal, ack, sent.get(ack.ref()), log, sayings, found));
  }

  private static void stored(
      Journal journal,
      Event.Acked ack,
      Event.@Nullable Sent sent,
      StoredLog log,
      Sayings sayings,
      List<Violation> found) {
    if (sent == null) {
      found.add(new Violation(Kind.TROUBLE, journal.name() + " never sent what got " + ack));
      return;
    }
    if (!log.covers(sent.room(), ack.seq())) {
      return;
    }
    var place = log.find(ack.id()).orElse(null);
    if (place == null) {
      found.add(
          new Violation(Kind.LOST, ack + " in " + sent.room() + ": " + Texts.brief(sent.text())));
    } else if (place.posting().seq() != ack.seq() || !isSaid(sent, place.posting(), sayings)) {
      found.add(new Violation(Kind.ACKS_DIFFER, ack + " is stored as " + place));
    }
  }

  /**
   * Whether it is what was sent; of what was deleted since, and of changes, the text is no proof.
   */
  private static boolean isSaid(Event.Sent sent, Posting stored, Sayings sayings) {
    return sent.isChange()
        || (stored.said() && stored.look().deleted())
        || sayings.find(stored.text()).filter(it -> it.ref().equals(sent.ref())).isPresent();
  }
}
