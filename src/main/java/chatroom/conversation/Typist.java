package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.wire.ClientMessage;
import chatroom.wire.Signal;
import java.util.function.Consumer;

/**
 * Tells others that a user types, if it is told at all.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Typist {
  private final Chat chat;
  private final Seat seat;
  private final RoomNames names;

  Typist(Chat chat, Seat seat, RoomNames names) {
    this.chat = chat;
    this.seat = seat;
    this.names = names;
  }

  /** The user types something, or no more. */
  void type(ClientMessage.Type said) throws Rejection {
    if (!chat.typing()) {
      throw new Rejection(Code.UNSUPPORTED, "Not supported: typing");
    }
    Boolean typing = said.isTyping();
    if (typing == null || (said.room() != null && said.toId() != null)) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    String room = said.toId() == null ? names.said(said.room()) : "@" + said.toId();
    Consumer<Boolean> tell = RoomName.namesPrivateChat(room) ? toOne(room) : toAll(room);
    if (typing) {
      seat.typing().goOn(room, tell);
    } else {
      seat.typing().end(room);
    }
  }

  private Consumer<Boolean> toAll(String name) throws Rejection {
    OpenRoom room = names.writable(name);
    return typing ->
        room.tellTyping(seat.who(), typing, chat.seats().ignoreLists().ignorersOf(seat.who().id()));
  }

  private boolean ignores(Participant reader, Participant typist) {
    return chat.seats().ignoreLists().ignores(reader.id(), typist.id());
  }

  private Consumer<Boolean> toOne(String name) throws Rejection {
    Participant to = chat.directory().addressee(name.substring(1));
    return typing -> {
      Participant me = seat.who();
      Signal told = Signal.Typing.of(me, typing, RoomName.privateWith(me.id()), chat.now());
      chat.seats()
          .of(to.id())
          .filter(addressee -> addressee != seat && !ignores(to, me))
          .ifPresent(addressee -> addressee.lines().forEach(line -> line.sendPassing(told)));
    };
  }
}
