package chatroom.conversation;

import chatroom.room.Unavailable;
import chatroom.room.Unread;

/**
 * Counts what a user has not read, at the user's cost: by how many messages there are to look at.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class Counts {
  /** To find out about a room costs at least what reading so many messages does. */
  static final int MESSAGES_A_ROOM = 128;

  private final Notebook notebook;
  private final RateLimit rate;

  /**
   * @param rate charged
   */
  Counts(Notebook notebook, RateLimit rate) {
    this.notebook = notebook;
    this.rate = rate;
  }

  /**
   * Charges what counting costs in any case. It is charged when it is asked for, or one could ask
   * for much before anything was counted.
   *
   * @param after up to where the room has been read
   * @param lastSeq of the newest in the room
   */
  void charge(long after, long lastSeq) {
    rate.read(MESSAGES_A_ROOM + atLeast(after, lastSeq));
  }

  private static long atLeast(long after, long lastSeq) {
    return Math.min(Unread.MOST, Math.max(0, lastSeq - after));
  }

  /**
   * Counts, and charges what was looked at beyond what was {@linkplain #charge charged}: who finds
   * many unread soon needs to look no further. May block for as long as a database takes.
   *
   * @param lastSeq of the newest in the room
   * @throws Unavailable if it cannot be counted now
   */
  Unread count(Unread.Query query, long lastSeq) throws Unavailable {
    Unread unread = notebook.unread(query);
    if (unread.messages() < Unread.MOST) {
      long all = Math.min(Unread.LOOKED_AT, Math.max(0, lastSeq - query.after()));
      rate.read(all - atLeast(query.after(), lastSeq));
    }
    return unread;
  }
}
