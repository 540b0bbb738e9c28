package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.room.Change;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.Emoji;
import chatroom.room.ImageLink;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one client does to messages that are stored: it is stored, too, then told to all who may
 * read it, and last acknowledged. A message that the client could not read is none.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Changes {
  /** Makes what is to be stored, when the message is known. */
  @FunctionalInterface
  private interface Plan {
    Change on(ChatMessage message) throws Rejection;
  }

  private final Chat chat;
  private final Seat seat;
  private final RoomNames names;
  private final Outcomes outcomes;
  private final Removal removal;
  private final RoomRemoval roomRemoval;

  Changes(Chat chat, Seat seat, RoomNames names, Outcomes outcomes) {
    this.chat = chat;
    this.seat = seat;
    this.names = names;
    this.outcomes = outcomes;
    this.removal = new Removal(chat, seat, outcomes);
    this.roomRemoval = new RoomRemoval(chat, seat, outcomes);
  }

  /** Changes the text of a message. */
  void edit(ClientMessage.Edit edit, Turn turn) throws Rejection {
    String text = edit.content();
    if (text == null || text.isEmpty()) {
      turn.end();
      return;
    }
    plan(
        edit.messageId(),
        edit.ref(),
        turn,
        message -> {
          if (message.body().imageUrl().isPresent()) {
            ImageLink.alt(text);
          }
          return new Change.Edit(
              message.room(), seat.who(), message.id(), text, since(), edit.ref());
        });
  }

  /** Makes a message a tombstone. */
  void delete(ClientMessage.Delete delete, Turn turn) throws Rejection {
    plan(
        delete.messageId(),
        delete.ref(),
        turn,
        message ->
            new Change.Delete(message.room(), seat.who(), message.id(), since(), delete.ref()));
  }

  /** Puts an emoji to a message, or takes it away. */
  void react(ClientMessage.React react, Turn turn) throws Rejection {
    String emoji = Emoji.parse(react.emoji());
    Boolean on = react.on();
    if (on == null) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    plan(
        react.messageId(),
        react.ref(),
        turn,
        message ->
            new Change.React(message.room(), seat.who(), message.id(), emoji, on, react.ref()));
  }

  private Instant since() {
    return chat.limits().changeableSince(chat.clock().instant());
  }

  private void plan(@Nullable Long messageId, @Nullable String ref, Turn turn, Plan plan)
      throws Rejection {
    if (messageId == null) {
      throw new Rejection(Code.MESSAGE_NOT_FOUND);
    }
    chat.finder()
        .find(
            messageId,
            turn.guarded(found -> carryOut(found, ref, turn, plan)),
            () -> outcomes.unavailable(ref, turn));
  }

  private void carryOut(Optional<ChatMessage> found, @Nullable String ref, Turn turn, Plan plan) {
    if (seat.isVacated()) {
      turn.end();
      return;
    }
    try {
      ChatMessage message = found.orElseThrow(() -> new Rejection(Code.MESSAGE_NOT_FOUND));
      Change change = plan.on(message);
      if (message.room().isPrivate()) {
        changeForTwo(message, change, turn);
      } else if (removal.concerns(message, change)) {
        removal.approve(message, own(message), ref, turn, room -> change(room, change, turn));
      } else if (roomRemoval.concerns(message, change)) {
        OpenRoom room = own(message);
        roomRemoval.approve(message, change, turn, byRight -> change(room, byRight, turn));
      } else {
        changeForAll(own(message), change, turn);
      }
    } catch (Rejection e) {
      outcomes.refuse(e, ref, turn);
    } catch (Unavailable e) {
      outcomes.unavailable(ref, turn);
    }
  }

  private void change(OpenRoom room, Change change, Turn turn) {
    try {
      changeForAll(room, change, turn);
    } catch (Rejection e) {
      outcomes.refuse(e, change.ref(), turn);
    } catch (Unavailable e) {
      outcomes.unavailable(change.ref(), turn);
    }
  }

  private OpenRoom own(ChatMessage message) throws Rejection {
    return seat.rooms().stream()
        .filter(room -> room.name().equals(message.room()))
        .findFirst()
        .orElseThrow(() -> new Rejection(Code.MESSAGE_NOT_FOUND));
  }

  /** Who may only read may react; and who could write may take that back. */
  private void requireAllowed(OpenRoom room, Change change) throws Rejection {
    if (change instanceof Change.Edit) {
      var unused = names.writable(room.name().value());
    } else if (chat.rooms().rights().charter(room.name()).archived()
        && !(change instanceof Change.Delete && change.author().moderates())) {
      throw new Rejection(Code.NOT_ALLOWED, "The room is archived");
    }
  }

  private void changeForAll(OpenRoom room, Change change, Turn turn) throws Rejection, Unavailable {
    requireAllowed(room, change);
    room.post(
        change,
        outcomes.receipt(
            change.ref(),
            turn,
            // All are told on the lane right after this.
            (event, again) ->
                chat.lane()
                    .execute(
                        () ->
                            outcomes.acknowledge(event, change.ref(), room.name().value(), turn))));
  }

  private void changeForTwo(ChatMessage message, Change change, Turn turn) throws Rejection {
    long me = seat.who().id();
    if (!message.room().isOf(me)) {
      throw new Rejection(Code.MESSAGE_NOT_FOUND);
    }
    // Nobody keeps order between two.
    if (change instanceof Change.Delete && message.authorId() != me) {
      throw new Rejection(Code.NOT_ALLOWED, "Only who wrote it may delete it");
    }
    long other = message.room().other(me);
    chat.privateChats()
        .send(
            change,
            outcomes.receipt(
                change.ref(),
                turn,
                (event, again) -> {
                  if (!again) {
                    chat.privateDelivery().deliver(event, chat.directory().nameOf(other));
                  }
                  outcomes.acknowledge(event, change.ref(), RoomName.privateWith(other), turn);
                }));
  }
}
