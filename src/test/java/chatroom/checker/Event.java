package chatroom.checker;

import java.util.Map;

/**
 * One entry of a guest's record. Rooms are named as {@link Rooms#shared} does, so that all guests
 * mean the same by it.
 *
 * <p>Thread safety: immutable.
 */
sealed interface Event {
  /**
   * A line begins.
   *
   * @param resuming whether a token was shown
   * @param claimed room to the last {@code seq} that the guest says it has
   */
  record Hello(boolean resuming, Map<String, Long> claimed) implements Event {}

  /** The server's answer to the hello. */
  record Welcomed(long userId, boolean resumed) implements Event {}

  /**
   * Something was said.
   *
   * @param text empty if it was a change to a message
   * @param again whether it had been said before
   */
  record Sent(String ref, String room, String text, boolean again) implements Event {
    boolean isChange() {
      return text.isEmpty();
    }
  }

  /**
   * The server says that it is stored.
   *
   * @param nanos after it was last sent; -1 if the client did not read meanwhile
   */
  record Acked(String ref, long id, long seq, long nanos) implements Event {}

  /** The server says that it is not stored, for good. */
  record Refused(String ref, String code) implements Event {}

  /** A stored event was shown. */
  record Saw(String room, Posting posting, Way way) implements Event {}

  /** How something came to be shown. */
  enum Way {
    /** Unasked: as it happened, or replayed after a resume. */
    EVENT,
    /** In the history that stands for all before it. */
    SNAPSHOT,
    /** In a page that was asked for. */
    PAGE
  }

  /**
   * A history came that stands for all of a room up to {@code lastSeq}; what it shows follows.
   *
   * @param before it shows what comes after this {@code seq}
   */
  record Snapshot(String room, long before, long lastSeq, boolean reset) implements Event {}

  /** A hole was noticed, and a page asked for: from after one {@code seq} to before another. */
  record Repair(String room, long after, long before) implements Event {}

  /** The line is over, by the other side or by accident. */
  record Closed(int code) implements Event {}

  /** The guest did something to its own line. */
  record Did(Deed deed) implements Event {}

  /** The server did what no server should. */
  record Trouble(String what) implements Event {}

  /** The guest was there until all was quiet, and so has to have seen everything. */
  record Stayed() implements Event {}
}
