package chatroom.http;

import chatroom.room.Archive;
import chatroom.room.RoomAccess;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import java.util.List;
import java.util.Optional;

/**
 * The archive, and who may read what of it: private chats are nobody's there.
 *
 * <p>Thread safety: safe for use by any thread.
 *
 * @param rights what rooms there are
 * @param access who may read them at this moment, which nobody may who is banned
 */
public record ReadableArchive(Archive archive, RoomRights rights, RoomAccess access) {
  /** The rooms that a visitor may read. */
  List<RoomCharter> rooms(Visitor visitor) {
    return rights.readableBy(visitor.userId()).stream()
        .filter(room -> access.mayRead(visitor.userId(), room.name()))
        .toList();
  }

  /**
   * A room that a visitor may read.
   *
   * @throws HttpRefusal the same if there is none, or it is not for this visitor
   */
  RoomCharter room(Visitor visitor, RoomName room) throws HttpRefusal {
    Optional<RoomCharter> found = rights.readable(visitor.userId(), room);
    return found
        .filter(it -> access.mayRead(visitor.userId(), room))
        .orElseThrow(ArchivePath::nothing);
  }
}
