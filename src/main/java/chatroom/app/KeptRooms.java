package chatroom.app;

import chatroom.room.Charters.Kept;
import chatroom.room.Unavailable;
import chatroom.storage.Store;
import chatroom.storage.StoreException;
import java.util.List;

/** Reads which rooms there were when the application ended. */
final class KeptRooms {
  private KeptRooms() {}

  /**
   * All of them, as they were.
   *
   * @throws StoreException if they cannot be read; the store is closed then
   */
  static List<Kept> of(Store store) {
    try {
      return store.rooms().all();
    } catch (Unavailable e) {
      store.close();
      throw new StoreException(store.place() + " cannot be read: " + e.getMessage());
    }
  }
}
