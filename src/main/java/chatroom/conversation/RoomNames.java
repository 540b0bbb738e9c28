package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.UserId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which room a client means.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class RoomNames {
  private RoomNames() {}

  /** What the client calls the room; none is the one where everyone begins. */
  static String said(@Nullable String name) {
    return name == null ? RoomName.GENERAL.value() : name;
  }

  /**
   * The room that everybody may be in and that has that name.
   *
   * @throws Rejection {@link Code#ROOM_NOT_FOUND} if there is none
   */
  static RoomName open(String name) throws Rejection {
    if (!name.equals(RoomName.GENERAL.value())) {
      throw new Rejection(Code.ROOM_NOT_FOUND);
    }
    return RoomName.GENERAL;
  }

  /**
   * The room that a user calls so and may read.
   *
   * @throws Rejection {@link Code#ROOM_NOT_FOUND} if there is none
   */
  static RoomName readable(String name, long userId) throws Rejection {
    if (!RoomName.namesPrivateChat(name)) {
      return open(name);
    }
    OptionalLong other = UserId.parse(name.substring(1));
    return RoomName.between(userId, other.orElseThrow(() -> new Rejection(Code.ROOM_NOT_FOUND)));
  }
}
