package chatroom.conversation;

import chatroom.conversation.RoomActs.Told;
import chatroom.conversation.Turns.Turn;
import chatroom.room.Act;
import chatroom.room.Charters;
import chatroom.room.Code;
import chatroom.room.Guests.Receipt;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import chatroom.room.UserId;
import chatroom.wire.ClientMessage.Invite;
import chatroom.wire.ClientMessage.Uninvite;
import chatroom.wire.RoomChange.Invited;
import chatroom.wire.RoomChange.MemberAdded;
import chatroom.wire.RoomChange.MemberAdded.Member;
import chatroom.wire.RoomChange.MemberRemoved;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Who may come into a private room, and write in one for announcements: its owner and its
 * moderators say so, and whoever was invited may decline.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Invitations {
  private final Chat chat;
  private final Seat seat;
  private final RoomNames names;
  private final RoomActs acts;
  private final CallNames callNames;

  Invitations(Chat chat, Seat seat, RoomNames names, RoomActs acts) {
    this.chat = chat;
    this.seat = seat;
    this.names = names;
    this.acts = acts;
    this.callNames = new CallNames(chat);
  }

  /** Invites somebody who is here, or says anew whether they may write who may be away. */
  void invite(Invite wanted, Turn turn) throws Rejection {
    OpenRoom room = names.open(wanted.room());
    RoomName name = room.name();
    RoomCharter charter = rights().charter(name);
    requireOrder(name);
    boolean mayWrite = mayWrite(wanted, charter);
    long userId = addressee(name, wanted.toId());
    if (userId == charter.ownerId()) {
      throw new Rejection(Code.NOT_ALLOWED, "The owner of a room needs no invitation");
    }
    rights().requirePlace(name, userId);
    String ref = wanted.ref();
    callNames.find(
        Set.of(userId),
        nameOf ->
            turn.run(
                () -> {
                  Member member = new Member(userId, nameOf.apply(userId), mayWrite);
                  acts.keepAuditedUnlessOwner(
                      charter,
                      Act.by(seat.who(), "invite").to(userId, member.userName()).in(name),
                      (charters, receipt) -> charters.invite(name, userId, mayWrite, receipt),
                      ref,
                      turn,
                      () -> invited(room, member, ref));
                }),
        () -> acts.unavailable(ref, turn));
  }

  private long addressee(RoomName room, @Nullable String toId) throws Rejection {
    OptionalLong said = UserId.parse(toId == null ? "" : toId);
    return said.isPresent() && rights().isInvited(said.getAsLong(), room)
        ? said.getAsLong()
        : chat.directory().addressee(toId).id();
  }

  private static boolean mayWrite(Invite wanted, RoomCharter charter) throws Rejection {
    if (!charter.announcement()) {
      if (!charter.byInvitation()) {
        throw new Rejection(Code.NOT_ALLOWED, "Everybody may come in and write there");
      }
      return true;
    }
    boolean mayWrite = Boolean.TRUE.equals(wanted.mayWrite());
    if (!charter.byInvitation() && !mayWrite) {
      throw new Rejection(Code.NOT_ALLOWED, "Everybody may come in there: say may_write");
    }
    return mayWrite;
  }

  private void invited(OpenRoom room, Member member, @Nullable String ref) {
    boolean news = rights().invite(room.name(), member.userId(), member.mayWrite());
    Told told = mark -> new MemberAdded(chat.now(), room.name().value(), mark, member);
    if (news) {
      acts.tell(room, told, ref);
      tell(room, member.userId());
    } else {
      acts.answer(told, ref);
    }
  }

  /** Nobody is reached by whom they ignore; the invitation stands all the same. */
  private void tell(OpenRoom room, long userId) {
    chat.seats()
        .of(userId)
        .filter(any -> !chat.seats().ignoreLists().ignores(userId, seat.who().id()))
        .ifPresent(
            invited -> {
              Invited told = Invited.of(rights().charter(room.name()), seat.who(), chat.now());
              invited.lines().forEach(line -> line.send(told));
            });
  }

  /** Invites somebody no more, who then is not in a private room any more. */
  void uninvite(Uninvite wanted, Turn turn) throws Rejection {
    OpenRoom room = names.open(wanted.room());
    RoomName name = room.name();
    String toId = wanted.toId();
    long userId = UserId.parse(toId == null ? "" : toId).orElse(RoomCharter.NOBODY);
    boolean declines = userId == seat.who().id();
    if (!declines) {
      requireOrder(name);
    }
    if (!rights().isInvited(userId, name)) {
      throw new Rejection(Code.USER_NOT_FOUND, "Not invited");
    }
    RoomCharter charter = rights().charter(name);
    boolean isLeader = declines || charter.ownerId() == seat.who().id();
    boolean isAbove = chat.directory().find(userId).filter(Participant::moderates).isPresent();
    if (!isLeader && (isAbove || rights().isOwnerOrModerator(userId, name))) {
      throw new Rejection(Code.NOT_ALLOWED, "Only the owner of the room may do that");
    }
    BiConsumer<Charters, Receipt> change =
        (charters, receipt) -> charters.uninvite(name, userId, receipt);
    Runnable kept = () -> uninvited(room, userId, wanted.ref());
    if (isLeader) {
      acts.keep(change, wanted.ref(), turn, kept, () -> {});
    } else {
      Act act = Act.by(seat.who(), "uninvite").to(userId, "").in(name);
      acts.keepAudited(act, change, wanted.ref(), turn, kept);
    }
  }

  private void uninvited(OpenRoom room, long userId, @Nullable String ref) {
    rights().uninvite(room.name(), userId);
    MemberRemoved.Gone member = new MemberRemoved.Gone(userId);
    acts.tell(room, mark -> new MemberRemoved(chat.now(), room.name().value(), mark, member), ref);
    if (!rights().mayRead(userId, room.name())) {
      chat.seats()
          .of(userId)
          .filter(who -> who.isIn(room))
          .ifPresent(who -> room.expel(who, chat.now()));
    }
  }

  private RoomRights rights() {
    return chat.rooms().rights();
  }

  private void requireOrder(RoomName room) throws Rejection {
    if (!rights().isOwnerOrModerator(seat.who().id(), room)) {
      throw new Rejection(Code.NOT_ALLOWED, "Only the owner of the room may do that");
    }
  }
}
