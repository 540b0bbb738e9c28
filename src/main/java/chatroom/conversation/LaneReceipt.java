package chatroom.conversation;

import chatroom.room.Guests;
import chatroom.room.Unavailable;
import java.util.concurrent.Executor;

/**
 * What a store says of something to be kept, told on the lane.
 *
 * <p>Thread safety: as {@link Guests.Receipt}, for any thread.
 *
 * @param done runs if it is kept
 * @param failed runs instead if it is not
 */
record LaneReceipt(Executor lane, Runnable done, Runnable failed) implements Guests.Receipt {
  @Override
  public void kept() {
    lane.execute(done);
  }

  @Override
  public void refused(Unavailable why) {
    lane.execute(failed);
  }
}
