package chatroom.room;

import java.util.List;

/**
 * The log of all that is stored: it alone gives {@code id} and {@code seq}.
 *
 * <p>Promises: a message has its place when {@link Receipt#stored} is called, and keeps it; the
 * {@code seq} of a room rises by one; a draft whose author gave the same {@code ref} in the same
 * room before is not stored again; what is {@linkplain Receipt#refused refused} is not stored.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface MessageLog {
  /** Told once what became of a draft. Calls come from any thread and must not block. */
  interface Receipt {
    /**
     * The draft is stored, and would survive the end of the process if the log is a lasting one.
     * Receipts are told in the order of {@code id}, hence those of a room in that of {@code seq}.
     *
     * @param message the stored message
     * @param again whether it was stored earlier, under the same {@code ref}
     */
    void stored(ChatMessage message, boolean again);

    /** The draft is not stored and will not be; the same draft may be tried again. */
    void refused(Unavailable why);
  }

  /**
   * Takes a draft and does not wait for it to be stored.
   *
   * @param receipt told once; before this returns, or later by another thread
   */
  void append(Draft draft, Receipt receipt);

  /**
   * A stretch of a room's messages; empty for a room that nobody has written in. May block for as
   * long as a database takes.
   *
   * @throws Unavailable if the log cannot be read now
   */
  HistoryPage read(HistoryQuery query) throws Unavailable;

  /**
   * The private chats that a user has messages in, the one with the newest message first. May block
   * for as long as a database takes.
   *
   * @param limit the most of them
   * @throws Unavailable if the log cannot be read now
   */
  List<RoomName> privateChatsOf(long userId, int limit) throws Unavailable;

  /** The newest {@code id} that has been stored; 0 before the first. Does not block. */
  long lastId();

  /** How many messages there are. Does not block. */
  long stored();
}
