package chatroom.conversation;

import chatroom.room.Directory;
import chatroom.room.RoomAccess;
import chatroom.room.RoomName;

/**
 * Who may read and write where at this moment, also for whoever asks beside a connection: in a room
 * as in those that one joins, in a private chat if the other one can be written to.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class PresentAccess implements RoomAccess {
  private final OpenRooms rooms;
  private final Directory directory;
  private final Discipline discipline;

  /**
   * @param directory who is there
   * @param discipline who may not be there, or say nothing
   */
  public PresentAccess(OpenRooms rooms, Directory directory, Discipline discipline) {
    this.rooms = rooms;
    this.directory = directory;
    this.discipline = discipline;
  }

  @Override
  public boolean mayRead(long userId, RoomName room) {
    return !discipline.isBanned(userId) && rooms.mayRead(userId, room);
  }

  @Override
  public boolean mayWrite(long userId, RoomName room) {
    return !discipline.isBanned(userId)
        && !discipline.isMuted(userId)
        && rooms.mayWrite(userId, room)
        && (!room.isPrivate() || directory.canBeWrittenTo(room.other(userId)));
  }
}
