package chatroom.conversation;

import chatroom.conversation.Turns.Turn;
import chatroom.room.Act;
import chatroom.room.Change;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Role;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * That those who keep order delete what others said: a moderator what members did, an administrator
 * all, also what the server itself said. It is taken down first.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Removal {
  private final Chat chat;
  private final Seat seat;
  private final Outcomes outcomes;

  Removal(Chat chat, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  /** Whether it is such. */
  boolean concerns(ChatMessage message, Change change) {
    return change instanceof Change.Delete
        && message.authorId() != seat.who().id()
        && seat.who().moderates();
  }

  /**
   * Has it done if the user may.
   *
   * @param approved does it
   */
  void approve(
      ChatMessage message,
      OpenRoom room,
      @Nullable String ref,
      Turn turn,
      Consumer<OpenRoom> approved) {
    if (message.authorId() == Act.NOBODY) {
      approve(Role.ADMIN, message, room, ref, turn, approved);
      return;
    }
    chat.oversight()
        .people()
        .find(
            message.authorId(),
            turn.guarded(
                author ->
                    approve(
                        author.map(People.Person::role).orElse(Role.MEMBER),
                        message,
                        room,
                        ref,
                        turn,
                        approved)),
            why -> outcomes.refuse(why, ref, turn));
  }

  private void approve(
      Role author,
      ChatMessage message,
      OpenRoom room,
      @Nullable String ref,
      Turn turn,
      Consumer<OpenRoom> approved) {
    if (seat.isVacated()) {
      turn.end();
      return;
    }
    if (!seat.who().role().isOver(author)) {
      outcomes.refuse(
          new Rejection(Code.NOT_ALLOWED, "Only an administrator may delete that"), ref, turn);
      return;
    }
    chat.audit()
        .record(
            Act.by(seat.who(), "delete")
                .to(message.authorId(), message.authorName())
                .in(room.name())
                .saying("message " + message.id()),
            turn.guarded(() -> approved.accept(room)),
            () -> outcomes.unavailable(ref, turn));
  }
}
