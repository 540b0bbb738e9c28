package chatroom.conversation;

import chatroom.room.RoomCharter;
import chatroom.room.RoomRights;
import chatroom.room.RoomRole;
import chatroom.wire.RoomMessage.Rooms;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rooms a user may join, as they are now: all but those that are archived, unless the user is
 * in them, and no more than {@value #MAX_LISTED} of the user's own and as many of the others.
 *
 * <p>Thread safety: confined to the lane.
 */
final class RoomList {
  /** How many rooms are listed of each kind. */
  static final int MAX_LISTED = 1_000;

  private final OpenRooms rooms;
  private final RoomRights rights;
  private final SlowMode slowMode;
  private final Seat seat;

  RoomList(OpenRooms rooms, SlowMode slowMode, Seat seat) {
    this.slowMode = slowMode;
    this.rooms = rooms;
    this.rights = rooms.rights();
    this.seat = seat;
  }

  /** Those of the settings first, in their order, then the others by name. */
  List<Rooms.Listed> now() {
    Set<OpenRoom> listed =
        Stream.concat(
                seen().filter(this::isOwn).limit(MAX_LISTED),
                seen().filter(room -> !isOwn(room)).limit(MAX_LISTED))
            .collect(Collectors.toSet());
    return rooms.all().filter(listed::contains).map(this::described).toList();
  }

  private Stream<OpenRoom> seen() {
    return rooms
        .all()
        .filter(
            room ->
                seat.isIn(room)
                    || (rights.mayRead(seat.who().id(), room.name())
                        && !rights.charter(room.name()).archived()));
  }

  /** What the user is in, or only some may be in, is not to be left out for what all may join. */
  private boolean isOwn(OpenRoom room) {
    return seat.isIn(room) || rights.charter(room.name()).byInvitation();
  }

  private Rooms.Listed described(OpenRoom room) {
    RoomCharter charter = rights.charter(room.name());
    return new Rooms.Listed(
        room.name().value(),
        null,
        charter.topic(),
        room.size(),
        room.lastSeq(),
        seat.isIn(room),
        trueOrNull(charter.byInvitation()),
        trueOrNull(charter.announcement()),
        trueOrNull(charter.archived()),
        charter.isOfSettings() ? null : charter.ownerId(),
        rights.mayWrite(seat.who().id(), room.name()),
        slowMode(room),
        role(room),
        null,
        null,
        null);
  }

  private @Nullable Integer slowMode(OpenRoom room) {
    int seconds = slowMode.seconds(room.name());
    return seconds == 0 ? null : seconds;
  }

  private @Nullable String role(OpenRoom room) {
    RoomRole role = rights.role(room.name(), seat.who().id());
    return role == RoomRole.MEMBER ? null : role.wireName();
  }

  private static @Nullable Boolean trueOrNull(boolean value) {
    return value ? true : null;
  }
}
