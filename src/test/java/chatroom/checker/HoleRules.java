package chatroom.checker;

import chatroom.checker.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whoever saw the later saw the earlier: in an event, a page, the snapshot that stands for it, or,
 * of what was said by oneself, the ack. Who stayed to the end saw all.
 */
final class HoleRules {
  private HoleRules() {}

  static void check(Journal journal, StoredLog log, List<Violation> found) {
    long self = journal.userId();
    if (self == 0) {
      return;
    }
    boolean stayed = journal.all(Event.Stayed.class).findAny().isPresent();
    Map<String, Coverage> seen = coverage(journal);
    log.rooms()
        .forEach(
            (room, chapter) -> {
              Coverage of = seen.getOrDefault(room, new Coverage(room));
              if (Rooms.isOpenTo(self, room)) {
                of.holes(chapter, stayed ? Long.MAX_VALUE : of.shown, self, journal.name(), found);
              }
            });
  }

  private static Map<String, Coverage> coverage(Journal journal) {
    Map<String, Coverage> seen = new HashMap<>();
    Map<String, String> roomOfRef = new HashMap<>();
    for (Event event : journal.events()) {
      if (event instanceof Event.Sent sent) {
        roomOfRef.put(sent.ref(), sent.room());
      } else if (event instanceof Event.Acked ack) {
        of(seen, roomOfRef.getOrDefault(ack.ref(), Rooms.GENERAL)).covered.add(ack.seq());
      } else if (event instanceof Event.Saw saw) {
        of(seen, saw.room()).saw(saw.posting().seq());
      } else if (event instanceof Event.Snapshot it) {
        of(seen, it.room()).snapshot(it);
      } else if (event instanceof Event.Hello hello) {
        hello.claimed().forEach((room, seq) -> of(seen, room).claim(seq));
      }
    }
    return seen;
  }

  private static Coverage of(Map<String, Coverage> seen, String room) {
    return seen.computeIfAbsent(room, Coverage::new);
  }

  /** What of a room is accounted for. */
  private static final class Coverage {
    private final String room;
    private final Set<Long> covered = new HashSet<>();
    private final List<Event.Snapshot> snapshots = new ArrayList<>();
    private final List<Long> claims = new ArrayList<>();
    private boolean known;
    private long claimed;
    private long shown;

    Coverage(String room) {
      this.room = room;
      this.known = Rooms.isPrivate(room);
    }

    void claim(long seq) {
      known = true;
      claimed = seq;
    }

    void snapshot(Event.Snapshot snapshot) {
      known = true;
      snapshots.add(snapshot);
      claims.add(claimed);
    }

    void saw(long seq) {
      covered.add(seq);
      shown = Math.max(shown, seq);
    }

    /** An ack that is still on its way when its author leaves is no hole. */
    void holes(StoredLog.Chapter chapter, long due, long self, String who, List<Violation> found) {
      if (!known) {
        return;
      }
      for (Posting it : chapter.postings()) {
        boolean own = it.fromId() == self && due < Long.MAX_VALUE;
        if (it.seq() < due && !own && !covered.contains(it.seq()) && !reflected(it)) {
          found.add(new Violation(Kind.HOLE, who + " never saw seq " + it.seq() + " of " + room));
        }
      }
    }

    /** What came before all that a snapshot shows may be scrolled to; so may what is no message. */
    private boolean reflected(Posting it) {
      for (int i = 0; i < snapshots.size(); i++) {
        long end = it.said() ? snapshots.get(i).before() : snapshots.get(i).lastSeq();
        if (it.seq() > claims.get(i) && it.seq() <= end) {
          return true;
        }
      }
      return false;
    }
  }
}
