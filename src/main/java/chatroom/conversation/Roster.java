package chatroom.conversation;

import chatroom.room.Participant;
import chatroom.wire.RoomMessage.Users;
import java.util.List;

/**
 * Who was in a room at one moment, or as many of them as a list shows.
 *
 * <p>Thread safety: immutable.
 *
 * @param now that moment, in seconds since the epoch
 * @param online how many were in the room
 * @param members those that are shown
 */
record Roster(String room, long now, int online, List<Participant> members) {
  /** What tells it. */
  Users told() {
    return new Users(now, room, online, members.stream().map(Roster::user).toList());
  }

  private static Users.User user(Participant who) {
    return new Users.User(
        who.id(), who.name().text(), who.connectedAt().getEpochSecond(), who.isAdmin());
  }
}
