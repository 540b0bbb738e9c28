package chatroom.testing;

import chatroom.room.Charters;
import chatroom.room.Guests.Receipt;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRole;
import chatroom.room.Unavailable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Rooms of which all is kept when the test says so, and that can be away. For one thread. */
public final class SlowCharters implements Charters {
  private final Queue<Receipt> waiting = new ArrayDeque<>();
  private boolean slow;
  private boolean away;

  /** From now on nothing is kept until the test says so. */
  public void slowDown() {
    slow = true;
  }

  /** From now on nothing can be kept, or it can again. */
  public void setAway(boolean now) {
    away = now;
  }

  /** Keeps all that waits, or refuses it. */
  public void keep() {
    while (!waiting.isEmpty()) {
      Receipt receipt = waiting.remove();
      if (away) {
        receipt.refused(new Unavailable("on purpose"));
      } else {
        receipt.kept();
      }
    }
  }

  private void later(Receipt receipt) {
    waiting.add(receipt);
    if (!slow) {
      keep();
    }
  }

  @Override
  public List<Kept> all() {
    return List.of();
  }

  @Override
  public void add(RoomCharter charter, Receipt receipt) {
    later(receipt);
  }

  @Override
  public void remove(RoomName room, Receipt receipt) {
    later(receipt);
  }

  @Override
  public void setTopic(RoomName room, String topic, Receipt receipt) {
    later(receipt);
  }

  @Override
  public void setArchived(RoomName room, boolean archived, Receipt receipt) {
    later(receipt);
  }

  @Override
  public void setSlowMode(RoomName room, int seconds, Receipt receipt) {
    later(receipt);
  }

  @Override
  public void setRole(RoomName room, long userId, RoomRole role, Receipt receipt) {
    later(receipt);
  }

  @Override
  public void invite(RoomName room, long userId, boolean mayWrite, Receipt receipt) {
    later(receipt);
  }

  @Override
  public void uninvite(RoomName room, long userId, Receipt receipt) {
    later(receipt);
  }
}
