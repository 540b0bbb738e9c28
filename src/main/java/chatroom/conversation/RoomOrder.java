package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.room.Act;
import chatroom.room.Code;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import chatroom.room.RoomRole;
import chatroom.room.UserId;
import chatroom.wire.ClientMessage.SetRoomRole;
import chatroom.wire.ClientMessage.SetSlowMode;
import chatroom.wire.RoomChange.RoleGiven;
import chatroom.wire.RoomChange.SlowMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How order is kept in one room: who keeps it says how slow the room is and who writes nothing, and
 * its owner who else keeps it. All of it is taken down first.
 *
 * <p>Thread safety: confined to the lane.
 */
final class RoomOrder {
  private final Chat chat;
  private final Seat seat;
  private final RoomNames names;
  private final RoomActs acts;
  private final CallNames callNames;

  RoomOrder(Chat chat, Seat seat, RoomNames names, RoomActs acts) {
    this.chat = chat;
    this.seat = seat;
    this.names = names;
    this.acts = acts;
    this.callNames = new CallNames(chat);
  }

  /** Says how long members wait from one message to the next. */
  void setSlowMode(SetSlowMode wanted, Turn turn) throws Rejection {
    OpenRoom room = names.open(wanted.room());
    RoomName name = room.name();
    rights().requireOrder(seat.who(), name);
    int seconds = seconds(wanted.seconds());
    Participant who = seat.who();
    if (rights().charter(name).slowSeconds() == seconds) {
      acts.answer(mark -> SlowMode.of(who, name.value(), seconds, mark, chat.now()), wanted.ref());
      turn.end();
      return;
    }
    takeEntry();
    acts.keepAudited(
        Act.by(who, "set_slow_mode").in(name).saying(seconds + " s"),
        (charters, receipt) -> charters.setSlowMode(name, seconds, receipt),
        wanted.ref(),
        turn,
        () -> {
          RoomCharter charter = rights().charter(name);
          rights().replace(charter.withSlowSeconds(seconds));
          if (charter.slowSeconds() != seconds) {
            acts.listed(charter);
          }
          acts.tell(
              room, ref -> SlowMode.of(who, name.value(), seconds, ref, chat.now()), wanted.ref());
        });
  }

  /** Whoever made a room keeps order there: the audit log is not to be filled by that. */
  private void takeEntry() throws Rejection {
    if (!seat.who().moderates()) {
      chat.order().entries().take(seat.who().id());
    }
  }

  private static int seconds(@Nullable Long said) throws Rejection {
    if (said == null || said < 0 || said > RoomCharter.MAX_SLOW_SECONDS) {
      throw new Rejection(Code.INVALID_FORMAT, "seconds is 0 to " + RoomCharter.MAX_SLOW_SECONDS);
    }
    return said.intValue();
  }

  /** Says what somebody is in the room who is in it, or was invited. */
  void setRole(SetRoomRole wanted, Turn turn) throws Rejection {
    OpenRoom room = names.open(wanted.room());
    RoomName name = room.name();
    rights().requireOrder(seat.who(), name);
    RoomRole role =
        RoomRole.given(wanted.role())
            .orElseThrow(
                () -> new Rejection(Code.INVALID_FORMAT, "role is moderator, member or read_only"));
    String toId = wanted.toId();
    long userId = UserId.parse(toId == null ? "" : toId).orElse(RoomCharter.NOBODY);
    requireMember(room, userId);
    requireOver(name, userId, role);
    if (role != RoomRole.MEMBER) {
      rights().requirePlaceForRole(name, userId);
    }
    takeEntry();
    callNames.find(
        Set.of(userId),
        nameOf ->
            turn.run(
                () ->
                    give(
                        room,
                        new RoleGiven.Given(userId, nameOf.apply(userId), role.wireName()),
                        role,
                        wanted.ref(),
                        turn)),
        () -> acts.unavailable(wanted.ref(), turn));
  }

  private void give(
      OpenRoom room, RoleGiven.Given given, RoomRole role, @Nullable String ref, Turn turn) {
    RoomName name = room.name();
    acts.keepAudited(
        Act.by(seat.who(), "set_room_role")
            .to(given.userId(), given.userName())
            .in(name)
            .saying(given.role()),
        (charters, receipt) -> charters.setRole(name, given.userId(), role, receipt),
        ref,
        turn,
        () -> {
          rights().setRole(name, given.userId(), role);
          acts.tell(room, mark -> new RoleGiven(chat.now(), name.value(), mark, given), ref);
        });
  }

  private void requireMember(OpenRoom room, long userId) throws Rejection {
    boolean isMember =
        room.has(userId)
            || rights().isInvited(userId, room.name())
            || rights().roles(room.name()).containsKey(userId);
    if (!isMember) {
      throw new Rejection(Code.USER_NOT_FOUND, "Not a member of this room");
    }
  }

  /** Who only keeps order says nothing of those who do so, too; nobody of the owner. */
  private void requireOver(RoomName room, long userId, RoomRole role) throws Rejection {
    boolean isLeader = seat.who().isAdmin() || rights().charter(room).ownerId() == seat.who().id();
    boolean isPeer = rights().isOwnerOrModerator(userId, room);
    if (rights().role(room, userId) == RoomRole.OWNER) {
      throw new Rejection(Code.NOT_ALLOWED, "The owner of the room stays its owner");
    }
    if (!isLeader && (isPeer || role == RoomRole.MODERATOR)) {
      throw new Rejection(Code.NOT_ALLOWED, "Only the owner of the room may do that");
    }
    boolean isAbove = chat.directory().find(userId).filter(Participant::moderates).isPresent();
    if (isAbove && role == RoomRole.READ_ONLY) {
      throw new Rejection(Code.NOT_ALLOWED, "They keep order everywhere");
    }
  }

  private RoomRights rights() {
    return chat.rooms().rights();
  }
}
