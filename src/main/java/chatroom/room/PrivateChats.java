package chatroom.room;

/**
 * The private chats of two: each event is stored, then handed on, in the same order for both.
 *
 * <p>Thread safety: confined to the lane, where receipts are told; they must not block.
 */
public final class PrivateChats {
  private final Postings postings;

  /**
   * @param lane orders all that happens in them
   * @param timeline that of the lane
   */
  public PrivateChats(Lane lane, MessageLog log, Timeline timeline) {
    this.postings = new Postings(lane, log, timeline);
  }

  /**
   * Stores something for both.
   *
   * @param receipt told when it is stored
   */
  public void send(Draft draft, MessageLog.Receipt receipt) {
    postings.post(draft, receipt, stored -> {});
  }
}
