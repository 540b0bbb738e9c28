package chatroom.conversation;

import chatroom.room.Participant;
import chatroom.wire.RoomMessage.Users;
import java.util.List;
import java.util.function.Function;

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
  /** What tells it as plain clients know it. */
  Users told() {
    return told(Roster::user);
  }

  /** What tells it together with what plain clients do not know. */
  Users toldInFull() {
    return told(who -> user(who).of(who));
  }

  private Users told(Function<Participant, Users.User> user) {
    return new Users(now, room, online, members.stream().map(user).toList());
  }

  private static Users.User user(Participant who) {
    return new Users.User(
        who.id(), who.name().text(), who.connectedAt().getEpochSecond(), who.isAdmin());
  }
}
