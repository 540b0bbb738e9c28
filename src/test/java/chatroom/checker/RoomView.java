package chatroom.checker;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How far one guest has seen one room.
 *
 * <p>Thread safety: for one thread.
 */
final class RoomView {
  private final NavigableSet<Long> ahead = new TreeSet<>();
  private long last;

  /** Up to where nothing is missing. */
  long last() {
    return last;
  }

  /** A stored event is known. */
  void seen(long seq) {
    if (seq > last) {
      ahead.add(seq);
      closeUp();
    }
  }

  /** A snapshot stands for all up to here. */
  void standsAt(long seq) {
    last = seq;
    closeUp();
  }

  private void closeUp() {
    ahead.headSet(last, true).clear();
    while (ahead.remove(last + 1)) {
      last++;
    }
  }

  /** Whether something is missing before what is known. */
  boolean hasHole() {
    return !ahead.isEmpty();
  }

  /** The first that is known after the hole. */
  long afterHole() {
    return ahead.first();
  }
}
