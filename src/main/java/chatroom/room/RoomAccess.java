package chatroom.room;

/**
 * Who may read what is said in a room, now, also searching, and what was uploaded there; and who
 * may write and upload.
 *
 * <p>Thread safety: implementations are safe for use by any thread, and do not block.
 */
@FunctionalInterface
public interface RoomAccess {
  /** Whether that user may read the room; nobody may read what does not exist. */
  boolean mayRead(long userId, RoomName room);

  /** Whether that user may also write there: whoever may read, unless it is told otherwise. */
  default boolean mayWrite(long userId, RoomName room) {
    return mayRead(userId, room);
  }
}
