package chatroom.testing;

import chatroom.room.Guests;
import chatroom.room.Notes;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Notes that are kept when the test says so, and can be away; otherwise as those behind it. For one
 * thread.
 */
public final class SlowNotes implements Notes {
  private final Notes notes;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean slow;
  private boolean away;

  /** Notes that are kept at once, until told otherwise. */
  public SlowNotes(Notes notes) {
    this.notes = notes;
  }

  /** From now on nothing is kept until the test says so. */
  public void slowDown() {
    slow = true;
  }

  /** From now on nothing can be kept or known, or it can again. */
  public void setAway(boolean now) {
    away = now;
  }

  /** Keeps all that waits. */
  public void keep() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private void later(Guests.Receipt receipt, Runnable task) {
    waiting.add(away ? () -> receipt.refused(new Unavailable("on purpose")) : task);
    if (!slow) {
      keep();
    }
  }

  @Override
  public Kept of(long userId) throws Unavailable {
    if (away) {
      throw new Unavailable("on purpose");
    }
    return notes.of(userId);
  }

  @Override
  public void mark(long userId, RoomName room, long seq, Guests.Receipt receipt) {
    later(receipt, () -> notes.mark(userId, room, seq, receipt));
  }

  @Override
  public void ignore(long userId, long otherId, boolean on, Guests.Receipt receipt) {
    later(receipt, () -> notes.ignore(userId, otherId, on, receipt));
  }
}
