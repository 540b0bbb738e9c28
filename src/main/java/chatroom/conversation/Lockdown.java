package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Guests.Receipt;
import chatroom.room.Rejection;
import chatroom.room.Switches;
import chatroom.room.Switches.Switch;
import chatroom.room.Unavailable;
import java.util.concurrent.Executor;

/**
 * Whether the house is locked down: no new guests, rooms and accounts, and slow mode everywhere.
 * Whoever is in stays, and who is known may come back.
 *
 * <p>Thread safety: may be asked by any thread; turned on the lane.
 */
public final class Lockdown {
  /** How long members wait from one message to the next meanwhile, at least. */
  static final int SLOW_SECONDS = 10;

  private final Switches switches;
  private final Executor lane;
  private volatile boolean on;

  /**
   * @param on whether it is so from before
   */
  public Lockdown(Switches switches, boolean on, Executor lane) {
    this.switches = switches;
    this.on = on;
    this.lane = lane;
  }

  /** Whether it is on. */
  public boolean isOn() {
    return on;
  }

  /**
   * Lets pass while it is off.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED}
   */
  void requireOff() throws Rejection {
    if (on) {
      throw new Rejection(Code.NOT_ALLOWED, "The chat is locked down");
    }
  }

  /**
   * Lets pass a new guest while it is off.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED}
   */
  void requireOpen() throws Rejection {
    if (on) {
      throw new Rejection(Code.NOT_ALLOWED, "No new guests are let in now: sign in, or come later");
    }
  }

  /**
   * Turns it on or off when that is kept.
   *
   * @param refused runs instead of {@code kept} if it is not
   */
  void turn(boolean now, Runnable kept, Runnable refused) {
    switches.turn(
        Switch.LOCKDOWN,
        now,
        new Receipt() {
          @Override
          public void kept() {
            lane.execute(
                () -> {
                  on = now;
                  kept.run();
                });
          }

          @Override
          public void refused(Unavailable why) {
            lane.execute(refused);
          }
        });
  }
}
