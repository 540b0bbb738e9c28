package chatroom.room;

import java.util.List;
import java.util.Optional;

/**
 * The log of all that is stored: it alone gives {@code id} and {@code seq}.
 *
 * <p>Promises: an event has its place when {@link Receipt#stored} is called, and keeps it; the
 * {@code seq} of a room rises by one; a draft whose author gave the same {@code ref} in the same
 * room before is not stored again, messages and {@linkplain Change changes} each counted by
 * themselves; what is {@linkplain Receipt#refused refused} or {@linkplain Receipt#rejected
 * rejected} is not stored; of a deleted message nothing is kept but its place.
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
     * @param event what is stored of it; if a change is so already, the message that it is about
     * @param again whether it was stored earlier, under the same {@code ref}, or was so already
     */
    void stored(StoredEvent event, boolean again);

    /** The draft is not stored and will not be; the same draft may be tried again. */
    void refused(Unavailable why);

    /** The draft is not stored, for it is not right, and would not be another time. */
    void rejected(Rejection why);
  }

  /**
   * Takes a draft and does not wait for it to be stored.
   *
   * @param receipt told once; before this returns, or later by another thread
   */
  void append(Draft draft, Receipt receipt);

  /**
   * A stretch of what is stored of a room; empty for a room that nobody has written in. May block
   * for as long as a database takes.
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

  /**
   * A message in its present state, whose reactions are nobody's own. May block for as long as a
   * database takes.
   *
   * @throws Unavailable if the log cannot be read now
   */
  Optional<ChatMessage> find(long messageId) throws Unavailable;

  /** The newest {@code id} that has been stored; 0 before the first. Does not block. */
  long lastId();

  /** How many messages there are, changes not counted. Does not block. */
  long stored();
}
