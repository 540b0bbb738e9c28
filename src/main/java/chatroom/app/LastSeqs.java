package chatroom.app;

import chatroom.room.HistoryQuery;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.storage.Store;
import chatroom.storage.StoreException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads where each room was when the application ended. */
final class LastSeqs {
  private LastSeqs() {}

  /**
   * The number of the newest message of each room, in the order of the rooms.
   *
   * @throws StoreException if they cannot be read; the store is closed then
   */
  static Map<RoomName, Long> of(List<String> rooms, Store store) {
    Map<RoomName, Long> lastSeqs = new LinkedHashMap<>();
    try {
      for (String room : rooms) {
        RoomName name = new RoomName(room);
        HistoryQuery nothing = HistoryQuery.newest(name, 0, Long.MAX_VALUE);
        lastSeqs.put(name, store.messages().read(nothing).lastSeq());
      }
    } catch (Unavailable e) {
      store.close();
      throw new StoreException(store.place() + " cannot be read: " + e.getMessage());
    }
    return lastSeqs;
  }
}
