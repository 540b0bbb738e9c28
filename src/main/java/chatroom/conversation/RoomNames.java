package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import chatroom.room.UserId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Which room a user means.
 *
 * <p>Thread safety: confined to the lane.
 */
final class RoomNames {
  private final OpenRooms rooms;
  private final Seat seat;

  RoomNames(OpenRooms rooms, Seat seat) {
    this.rooms = rooms;
    this.seat = seat;
  }

  /** What the user calls the room; none is the one that was joined last. */
  String said(@Nullable String name) throws Rejection {
    return name == null ? current().name().value() : name;
  }

  private OpenRoom current() throws Rejection {
    return seat.current().orElseThrow(() -> new Rejection(Code.NOT_IN_ROOM));
  }

  /**
   * The room of that name that is no private chat, whether the user is in it or not.
   *
   * @throws Rejection {@link Code#ROOM_NOT_FOUND} if there is none that the user may know of,
   *     {@link Code#NOT_IN_ROOM} if none is named and the user is in none
   */
  OpenRoom open(@Nullable String name) throws Rejection {
    return name == null ? current() : rooms.get(name, seat.who().id());
  }

  /**
   * The room of that name that the user is in.
   *
   * @throws Rejection {@link Code#ROOM_NOT_FOUND} if there is none that the user may know of,
   *     {@link Code#NOT_IN_ROOM} if the user is not in it
   */
  OpenRoom own(@Nullable String name) throws Rejection {
    OpenRoom room = open(name);
    if (!seat.isIn(room)) {
      throw new Rejection(Code.NOT_IN_ROOM);
    }
    return room;
  }

  /**
   * The same, and the user may write in it.
   *
   * @throws Rejection also {@link Code#NOT_ALLOWED} if the user may not
   */
  OpenRoom writable(@Nullable String name) throws Rejection {
    OpenRoom room = own(name);
    RoomRights rights = rooms.rights();
    if (!rights.mayWrite(seat.who().id(), room.name())) {
      throw new Rejection(
          Code.NOT_ALLOWED,
          rights.charter(room.name()).archived()
              ? "The room is archived"
              : "Only its owner, and whom they allow to, may write in this room");
    }
    return room;
  }

  /**
   * What somebody names who wants to come in or to go.
   *
   * @throws Rejection {@link Code#INVALID_ROOM} if nothing is named, or what nobody joins or leaves
   */
  static String door(@Nullable String name) throws Rejection {
    if (name == null || name.isEmpty() || RoomName.namesPrivateChat(name)) {
      throw new Rejection(Code.INVALID_ROOM);
    }
    return name;
  }

  /**
   * The room that the user calls so and may read: all that the user might join.
   *
   * @throws Rejection {@link Code#ROOM_NOT_FOUND} if there is none
   */
  RoomName readable(String name) throws Rejection {
    if (!RoomName.namesPrivateChat(name)) {
      return rooms.get(name, seat.who().id()).name();
    }
    OptionalLong other = UserId.parse(name.substring(1));
    return RoomName.between(
        seat.who().id(), other.orElseThrow(() -> new Rejection(Code.ROOM_NOT_FOUND)));
  }
}
