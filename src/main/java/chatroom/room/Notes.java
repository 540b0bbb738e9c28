package chatroom.room;

import java.util.Map;
import java.util.Set;

/**
 * What users keep for themselves: how far they have read, and whom they ignore.
 *
 * <p>Promises: a mark only grows; what a receipt said is kept as long as the guest is remembered,
 * and for good for a user with an account, also after a restart if the log is a lasting one;
 * nothing is kept for one who will not return.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface Notes {
  /**
   * What is kept for one user.
   *
   * @param marks up to which number each room has been read
   * @param ignored the users that this one ignores
   */
  record Kept(Map<RoomName, Long> marks, Set<Long> ignored) {
    public Kept {
      marks = Map.copyOf(marks);
      ignored = Set.copyOf(ignored);
    }

    /** Nothing. */
    public static Kept nothing() {
      return new Kept(Map.of(), Set.of());
    }
  }

  /**
   * What is kept for that user. May block for as long as a database takes.
   *
   * @throws Unavailable if that cannot be known now
   */
  Kept of(long userId) throws Unavailable;

  /** A user has read a room up to there, without waiting. */
  void mark(long userId, RoomName room, long seq, Guests.Receipt receipt);

  /**
   * A user ignores another one, without waiting.
   *
   * @param on false if no more
   */
  void ignore(long userId, long otherId, boolean on, Guests.Receipt receipt);
}
