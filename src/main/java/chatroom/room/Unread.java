package chatroom.room;

import java.util.Set;

/**
 * How much of a room somebody has not read.
 *
 * <p>Thread safety: immutable.
 *
 * @param messages how many there are by others, deleted ones aside; at most {@value #MOST}
 * @param mentions how many of these name the reader
 */
public record Unread(int messages, int mentions) {
  /** Where counting ends. */
  public static final int MOST = 1_000;

  /** How many of the newest messages are looked at. */
  public static final int LOOKED_AT = 10_000;

  /**
   * What is to be counted.
   *
   * @param after what the reader has read of the room
   * @param asOf the room as it was when the newest message had this {@code id}
   * @param ignored whose messages do not count
   */
  public record Query(RoomName room, long after, long asOf, long userId, Set<Long> ignored) {}

  /**
   * Counts; of the newest {@value #LOOKED_AT} messages of a room.
   *
   * <p>Thread safety: implementations are safe for use by any thread.
   */
  @FunctionalInterface
  public interface Counter {
    /**
     * How much it is. May block for as long as a database takes.
     *
     * @throws Unavailable if that cannot be known now
     */
    Unread count(Query query) throws Unavailable;
  }
}
