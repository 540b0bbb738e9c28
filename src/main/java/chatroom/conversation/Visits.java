package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.room.Rejection;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.LeaveRoom;
import chatroom.wire.RoomMessage.RoomJoined;
import chatroom.wire.RoomMessage.RoomLeft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rooms a client goes into and out of. Who has another connection meanwhile goes nowhere by
 * this one: that one was not told.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Visits {
  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Snapshots snapshots;
  private final RoomNames names;

  Visits(Chat chat, Client client, Seat seat, Snapshots snapshots, RoomNames names) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.snapshots = snapshots;
    this.names = names;
  }

  /** The same by another connection of the user. */
  Visits by(Client other) {
    return other == client ? this : new Visits(chat, other, seat, snapshots.to(other), names);
  }

  /**
   * The user is in the room, and it is the one that was joined last. Who was in it already stays,
   * and nobody else is told.
   *
   * @param told runs before the others are told; nothing is missed from there on
   */
  void enter(OpenRoom room, Runnable told) {
    boolean inside = seat.isIn(room);
    seat.join(room);
    beginToRead(room);
    if (inside) {
      told.run();
    } else {
      room.enter(
          seat.who(),
          seat.lines(),
          () -> {
            told.run();
            seat.linesBut(client).forEach(other -> by(other).tellJoined(room, null));
          });
    }
  }

  /**
   * Lets pass who may go into one more room, and takes in what is told of it.
   *
   * @throws Rejection if the user is in too many, or does not read
   */
  void requirePlace() throws Rejection {
    chat.rooms().rights().requireFewerJoined(seat.rooms().size());
    snapshots.requireReader();
  }

  /** What was told before the user came there first is not unread. */
  private void beginToRead(OpenRoom room) {
    if (!seat.hasMark(room.name())) {
      seat.mark(room.name(), room.lastSeq());
      // If it cannot be kept, it is as if the user came there first when they return.
      chat.notebook().mark(seat, room.name(), room.lastSeq(), () -> {}, () -> {});
    }
  }

  /** Goes in, and says what it is like there; also to those who are in already. */
  void join(JoinRoom wanted) throws Rejection {
    OpenRoom room = names.open(RoomNames.door(wanted.room()));
    if (seat.isIn(room)) {
      snapshots.requireReader();
    } else {
      requirePlace();
    }
    if (seat.isOf(client)) {
      welcome(room, wanted.ref());
    }
  }

  /** Goes in, and says what it is like there. */
  void welcome(OpenRoom room, @Nullable String ref) {
    enter(room, () -> tellJoined(room, ref));
  }

  /**
   * The user is in the room from now on, and is told so; it is not the one that was joined last.
   */
  void bring(OpenRoom room) {
    List<OpenRoom> before = seat.rooms();
    welcome(room, null);
    before.forEach(seat::join);
  }

  private void tellJoined(OpenRoom room, @Nullable String ref) {
    int slow = chat.order().slowMode().seconds(room.name());
    client.send(new RoomJoined(chat.now(), room.name().value(), ref, slow == 0 ? null : slow));
    snapshots.users(room);
    snapshots.greeting(room.name());
  }

  /** Goes out. */
  void leave(LeaveRoom wanted) throws Rejection {
    OpenRoom room = names.own(RoomNames.door(wanted.room()));
    if (!seat.isOf(client)) {
      return;
    }
    seat.typing().end(room.name().value());
    seat.leave(room);
    String name = room.name().value();
    client.send(new RoomLeft(chat.now(), name, wanted.ref()));
    seat.linesBut(client).forEach(other -> other.send(new RoomLeft(chat.now(), name, null)));
    room.leave(seat.who().id(), seat.lines());
  }
}
