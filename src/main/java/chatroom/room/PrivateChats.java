package chatroom.room;

/**
 * The private chats of two: each message is stored, then handed on, in the same order for both.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told on the lane and must not block.
 */
public final class PrivateChats {
  private final Lane lane;
  private final Postings postings;
  private final Directory directory;

  /**
   * @param lane orders all private messages
   * @param timeline that of the lane
   * @param directory knows whether an author is still there
   */
  public PrivateChats(Lane lane, MessageLog log, Timeline timeline, Directory directory) {
    this.lane = lane;
    this.postings = new Postings(lane, log, timeline);
    this.directory = directory;
  }

  /**
   * Stores a message for both; nothing happens if the author has left.
   *
   * @param receipt told when it is stored
   * @throws Unavailable if too much is waiting; nothing was stored
   */
  public void send(Draft draft, MessageLog.Receipt receipt) throws Unavailable {
    lane.offer(
        () -> {
          if (directory.find(draft.author().id()).isPresent()) {
            postings.post(draft, receipt, stored -> {});
          }
        });
  }
}
