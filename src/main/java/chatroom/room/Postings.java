package chatroom.room;

import java.util.function.Consumer;

/**
 * Brings drafts to the log, and what became of them back to the lane, in the log's order.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told on the lane and must not block.
 */
final class Postings {
  private final Lane lane;
  private final MessageLog log;
  private final Timeline timeline;

  Postings(Lane lane, MessageLog log, Timeline timeline) {
    this.lane = lane;
    this.log = log;
    this.timeline = timeline;
  }

  /**
   * Stores a draft.
   *
   * @param receipt told first
   * @param published told next, if it was not stored before
   */
  void post(Draft draft, MessageLog.Receipt receipt, Consumer<StoredEvent> published) {
    log.append(
        draft,
        new MessageLog.Receipt() {
          @Override
          public void stored(StoredEvent event, boolean again) {
            lane.execute(
                () -> {
                  if (!again) {
                    timeline.told(event);
                  }
                  receipt.stored(event, again);
                  if (!again) {
                    published.accept(event);
                  }
                });
          }

          @Override
          public void refused(Unavailable why) {
            lane.execute(() -> receipt.refused(why));
          }

          @Override
          public void rejected(Rejection why) {
            lane.execute(() -> receipt.rejected(why));
          }
        });
  }
}
