package chatroom.room;

/**
 * The log of all that is stored: it alone gives {@code id} and {@code seq}.
 *
 * <p>Promises: a message has its place when {@link Receipt#stored} is called, and keeps it; the
 * {@code seq} of a room rises by one; a draft whose author gave the same {@code ref} in the same
 * room before is not stored again.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface MessageLog {
  /** Told when a draft has its place in the log. */
  @FunctionalInterface
  interface Receipt {
    /**
     * The draft is stored. Called once; for one room in the order of {@code seq}, as long as the
     * room's drafts come from one thread at a time.
     *
     * @param message the stored message
     * @param again whether it was stored earlier, under the same {@code ref}
     */
    void stored(ChatMessage message, boolean again);
  }

  /** Stores a draft, then tells the receipt. */
  void append(Draft draft, Receipt receipt);

  /** A stretch of a room's messages; empty for a room that nobody has written in. */
  HistoryPage read(HistoryQuery query);

  /** How many messages have been stored since the start. */
  long stored();
}
