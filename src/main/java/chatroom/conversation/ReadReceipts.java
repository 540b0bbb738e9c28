package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.wire.ClientMessage;
import chatroom.wire.Signal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the author of a message that it was read, if who has read it says so. A message that one
 * could not read is none.
 *
 * <p>Thread safety: confined to the lane.
 */
final class ReadReceipts {
  private final Chat chat;
  private final Seat seat;
  private final Consumer<Rejection> refuse;

  /**
   * @param refuse answers what cannot be done
   */
  ReadReceipts(Chat chat, Seat seat, Consumer<Rejection> refuse) {
    this.chat = chat;
    this.seat = seat;
    this.refuse = refuse;
  }

  /** The user has read that message. */
  void give(ClientMessage.Read said, Turn turn) throws Rejection {
    Long messageId = said.messageId();
    if (messageId == null) {
      throw new Rejection(Code.MESSAGE_NOT_FOUND);
    }
    chat.finder()
        .find(
            messageId,
            found -> give(found, said.ref(), turn),
            () -> turn.end(() -> refuse.accept(Refusals.unavailable().answering(said.ref()))));
  }

  private void give(Optional<ChatMessage> found, @Nullable String ref, Turn turn) {
    if (seat.isVacated()) {
      turn.end();
      return;
    }
    Optional<ChatMessage> read = found.filter(this::isReadByMe);
    if (read.isPresent()) {
      tellAuthor(read.get());
      turn.end();
    } else {
      turn.end(() -> refuse.accept(new Rejection(Code.MESSAGE_NOT_FOUND).answering(ref)));
    }
  }

  private boolean isReadByMe(ChatMessage message) {
    long me = seat.who().id();
    return !message.isDeleted()
        && message.authorId() != me
        && chat.rooms().mayRead(me, message.room());
  }

  private void tellAuthor(ChatMessage message) {
    Participant me = seat.who();
    String room =
        message.room().isPrivate() ? RoomName.privateWith(me.id()) : message.room().value();
    Signal told = Signal.MessageRead.of(message.id(), me, room, chat.now());
    chat.seats()
        .of(message.authorId())
        .filter(author -> hearsOf(message.room(), author))
        .filter(author -> !chat.seats().ignoreLists().ignores(message.authorId(), me.id()))
        .ifPresent(author -> author.lines().forEach(line -> line.sendPassing(told)));
  }

  /** Nothing of a room is told to one who has left it, also if they could read it. */
  private static boolean hearsOf(RoomName room, Seat author) {
    return room.isPrivate() || author.rooms().stream().anyMatch(it -> it.name().equals(room));
  }
}
