package chatroom.storage;

import chatroom.room.Charters;
import chatroom.room.Guests.Receipt;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRole;
import java.util.List;

/**
 * Keeps nothing of rooms: what a running application knows of them is all that there is.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the calling thread.
 */
final class MemoryCharters implements Charters {
  @Override
  public List<Kept> all() {
    return List.of();
  }

  @Override
  public void add(RoomCharter charter, Receipt receipt) {
    receipt.kept();
  }

  @Override
  public void remove(RoomName room, Receipt receipt) {
    receipt.kept();
  }

  @Override
  public void setTopic(RoomName room, String topic, Receipt receipt) {
    receipt.kept();
  }

  @Override
  public void setArchived(RoomName room, boolean archived, Receipt receipt) {
    receipt.kept();
  }

  @Override
  public void setSlowMode(RoomName room, int seconds, Receipt receipt) {
    receipt.kept();
  }

  @Override
  public void setRole(RoomName room, long userId, RoomRole role, Receipt receipt) {
    receipt.kept();
  }

  @Override
  public void invite(RoomName room, long userId, boolean mayWrite, Receipt receipt) {
    receipt.kept();
  }

  @Override
  public void uninvite(RoomName room, long userId, Receipt receipt) {
    receipt.kept();
  }
}
