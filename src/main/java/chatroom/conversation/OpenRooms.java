package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.RoomAccess;
import chatroom.room.RoomName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rooms that everybody may join; {@code general} is one of them.
 *
 * <p>Thread safety: immutable; what is in a room is confined to the lane.
 */
public final class OpenRooms implements RoomAccess {
  private final Map<String, OpenRoom> rooms = new LinkedHashMap<>();

  /**
   * @param names in the order in which they are told; {@code general} among them
   * @param opened makes the room of a name
   */
  public OpenRooms(List<RoomName> names, Function<RoomName, OpenRoom> opened) {
    names.forEach(name -> rooms.put(name.value(), opened.apply(name)));
    if (!rooms.containsKey(RoomName.GENERAL.value())) {
      throw new IllegalArgumentException("no room where everyone begins: " + names);
    }
  }

  @Override
  public boolean mayRead(long userId, RoomName room) {
    return room.isPrivate() ? room.isOf(userId) : rooms.containsKey(room.value());
  }

  /** All of them, in their order. */
  List<OpenRoom> all() {
    return List.copyOf(rooms.values());
  }

  /** Where everyone begins. */
  OpenRoom general() {
    return find(RoomName.GENERAL.value()).orElseThrow();
  }

  /** The room of that name. */
  Optional<OpenRoom> find(String name) {
    return Optional.ofNullable(rooms.get(name));
  }

  /**
   * The room of that name.
   *
   * @throws Rejection {@link Code#ROOM_NOT_FOUND} if there is none
   */
  OpenRoom get(String name) throws Rejection {
    return find(name).orElseThrow(() -> new Rejection(Code.ROOM_NOT_FOUND));
  }
}
