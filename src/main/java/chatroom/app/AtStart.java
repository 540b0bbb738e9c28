package chatroom.app;

import chatroom.room.Unavailable;
import chatroom.storage.Store;
import chatroom.storage.StoreException;

/** Reads what an application has to know before it begins. */
final class AtStart {
  /** Something to read. */
  @FunctionalInterface
  interface Reading<T> {
    /** What is kept. */
    T read() throws Unavailable;
  }

  private AtStart() {}

  /**
   * What is kept.
   *
   * @throws StoreException if it cannot be read; the store is closed then
   */
  static <T> T read(Store store, Reading<T> reading) {
    try {
      return reading.read();
    } catch (Unavailable e) {
      store.close();
      throw new StoreException(store.place() + " cannot be read: " + e.getMessage());
    }
  }
}
