package chatroom.checker;

import chatroom.checker.Event.Way;
import chatroom.checker.Violation.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds on each line: who resumes is who they were, and what is shown unasked rises and never
 * comes twice.
 *
 * <p>Thread safety: for one thread.
 */
final class LineRules {
  private final Journal journal;
  private final List<Violation> found;
  private final Map<String, Progress> rooms = new HashMap<>();
  private final Map<String, String> roomOfRef = new HashMap<>();
  private Event.Hello hello = new Event.Hello(false, Map.of());
  private long userId;

  private LineRules(Journal journal, List<Violation> found) {
    this.journal = journal;
    this.found = found;
  }

  static void check(Journal journal, List<Violation> found) {
    var rules = new LineRules(journal, found);
    journal.events().forEach(rules::next);
  }

  private void next(Event event) {
    if (event instanceof Event.Hello begun) {
      hello = begun;
      rooms.clear();
      begun.claimed().forEach((room, seq) -> rooms.put(room, new Progress(seq)));
    } else if (event instanceof Event.Welcomed welcome) {
      welcomed(welcome);
    } else if (event instanceof Event.Snapshot snapshot) {
      rooms.put(snapshot.room(), new Progress(snapshot.lastSeq()));
    } else if (event instanceof Event.Sent sent) {
      roomOfRef.put(sent.ref(), sent.room());
    } else if (event instanceof Event.Acked ack) {
      acknowledged(ack);
    } else if (event instanceof Event.Saw saw && saw.way() == Way.EVENT) {
      shown(saw);
    } else if (event instanceof Event.Trouble trouble) {
      found.add(new Violation(Kind.TROUBLE, journal.name() + ": " + trouble.what()));
    }
  }

  private void welcomed(Event.Welcomed welcome) {
    if (hello.resuming() && (!welcome.resumed() || welcome.userId() != userId)) {
      found.add(
          new Violation(
              Kind.FORGOTTEN, journal.name() + " was user " + userId + " and got " + welcome));
    }
    userId = welcome.userId();
  }

  /** Its author is not told again on this line, but in a private chat, where all are told. */
  private void acknowledged(Event.Acked ack) {
    String room = roomOfRef.getOrDefault(ack.ref(), "");
    if (!Rooms.isPrivate(room)) {
      progress(room).known(ack.seq());
    }
  }

  private Progress progress(String room) {
    return rooms.computeIfAbsent(room, any -> new Progress(0));
  }

  private void shown(Event.Saw saw) {
    Kind broken = progress(saw.room()).next(saw.posting().seq());
    if (broken != null) {
      found.add(new Violation(broken, journal.name() + " " + saw));
    }
  }

  /** How far one room has come on one line. */
  private static final class Progress {
    private final long begin;
    private final Set<Long> shown = new HashSet<>();
    private long last;

    Progress(long begin) {
      this.begin = begin;
      this.last = begin;
    }

    void known(long seq) {
      shown.add(seq);
    }

    @Nullable Kind next(long seq) {
      if (!shown.add(seq) || seq <= begin) {
        return Kind.REPEATED;
      }
      boolean rising = seq > last;
      last = Math.max(last, seq);
      return rising ? null : Kind.SWAPPED;
    }
  }
}
