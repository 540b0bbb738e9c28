package chatroom.checker;

import chatroom.checker.Event.Way;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What one guest's screen shows of one room: what it was given first of each message, and what was
 * done to it since, in the order of {@code seq}, however it came.
 *
 * <p>Thread safety: for one thread.
 */
final class Replica {
  private final Map<Long, Look> first = new HashMap<>();
  private final NavigableMap<Long, Revision> since = new TreeMap<>();
  private long standsAt;

  /** A snapshot stands for all before; what was done before it, it shows. */
  void begin(Event.Snapshot snapshot) {
    if (snapshot.reset()) {
      first.clear();
    }
    since.headMap(snapshot.lastSeq(), true).clear();
    standsAt = snapshot.lastSeq();
  }

  /** An event or a message of a history. */
  void saw(Posting posting, Way way) {
    if (posting.revision().isPresent()) {
      since.put(posting.seq(), posting.revision().get());
    } else if (way == Way.SNAPSHOT) {
      first.put(posting.id(), posting.look());
    } else {
      first.putIfAbsent(posting.id(), posting.look());
    }
  }

  /**
   * An own message is known by its ack. What was done to one that a snapshot stands for and does
   * not show, the ack does not say: it is not shown then, until somebody scrolls back to it.
   */
  void said(long id, long seq, String text) {
    if (seq > standsAt) {
      first.putIfAbsent(id, Look.fresh(text));
    }
  }

  /** How each message looks now. */
  Map<Long, Look> now() {
    Map<Long, Look> now = new HashMap<>(first);
    since
        .values()
        .forEach(it -> now.computeIfPresent(it.messageId(), (any, look) -> look.after(it)));
    return now;
  }
}
