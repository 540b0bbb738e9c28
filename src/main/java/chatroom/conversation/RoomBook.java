package chatroom.conversation;

import chatroom.room.Charters;
import chatroom.room.Guests.Receipt;
import chatroom.room.Unavailable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * Has changes of rooms kept, and brings the receipts to the lane.
 *
 * <p>Thread safety: safe for use by any thread. Each call is answered once, on the lane.
 */
public final class RoomBook {
  private final Charters charters;
  private final Executor lane;

  public RoomBook(Charters charters, Executor lane) {
    this.charters = charters;
    this.lane = lane;
  }

  /**
   * Has a change kept.
   *
   * @param change tells what it is
   * @param refused runs instead of {@code kept} if it is not kept
   */
  void keep(BiConsumer<Charters, Receipt> change, Runnable kept, Runnable refused) {
    change.accept(
        charters,
        new Receipt() {
          @Override
          public void kept() {
            lane.execute(kept);
          }

          @Override
          public void refused(Unavailable why) {
            lane.execute(refused);
          }
        });
  }
}
