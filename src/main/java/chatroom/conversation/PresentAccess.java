package chatroom.conversation;

import chatroom.room.Directory;
import chatroom.room.RoomAccess;
import chatroom.room.RoomName;

/**
 * Who may read and write where at this moment, also for whoever asks beside a connection: in a room
 * as in those that one joins, in a private chat if the other one is there.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class PresentAccess implements RoomAccess {
  private final OpenRooms rooms;
  private final Directory directory;

  /**
   * @param directory who is there
   */
  public PresentAccess(OpenRooms rooms, Directory directory) {
    this.rooms = rooms;
    this.directory = directory;
  }

  @Override
  public boolean mayRead(long userId, RoomName room) {
    return rooms.mayRead(userId, room);
  }

  @Override
  public boolean mayWrite(long userId, RoomName room) {
    return rooms.mayWrite(userId, room)
        && (!room.isPrivate() || directory.find(room.other(userId)).isPresent());
  }
}
