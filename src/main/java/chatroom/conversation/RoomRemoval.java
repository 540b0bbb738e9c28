package chatroom.conversation;

import chatroom.conversation.People.Person;
import chatroom.conversation.Turns.Turn;
import chatroom.room.Act;
import chatroom.room.Change;
import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.RoomRights;
import chatroom.room.RoomRole;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * That the owner and the moderators of a room delete what others said there, but for what its owner
 * said, and those who keep order everywhere. It is taken down first.
 *
 * <p>Thread safety: confined to the lane.
 */
final class RoomRemoval {
  private final Chat chat;
  private final Seat seat;
  private final Outcomes outcomes;

  RoomRemoval(Chat chat, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  /** Whether it is such. */
  boolean concerns(ChatMessage message, Change change) {
    return change instanceof Change.Delete
        && message.authorId() != seat.who().id()
        && !seat.who().moderates()
        && rights().mayRead(seat.who().id(), message.room())
        && rights().isOwnerOrModerator(seat.who().id(), message.room());
  }

  /**
   * Has it done if the user may.
   *
   * @param approved does it
   */
  void approve(ChatMessage message, Change change, Turn turn, Consumer<Change> approved)
      throws Rejection {
    boolean isOwners = rights().role(message.room(), message.authorId()) == RoomRole.OWNER;
    if (isOwners || message.authorId() == Act.NOBODY) {
      throw isAbove();
    }
    chat.oversight()
        .people()
        .find(
            message.authorId(),
            turn.guarded(author -> approve(author, message, change, turn, approved)),
            why -> outcomes.refuse(why, change.ref(), turn));
  }

  private static Rejection isAbove() {
    return new Rejection(Code.NOT_ALLOWED, "Only who keeps order everywhere may delete that");
  }

  private void approve(
      Optional<Person> author,
      ChatMessage message,
      Change change,
      Turn turn,
      Consumer<Change> approved) {
    if (seat.isVacated()) {
      turn.end();
      return;
    }
    if (author.map(Person::role).orElse(Role.MEMBER) != Role.MEMBER) {
      outcomes.refuse(isAbove(), change.ref(), turn);
      return;
    }
    Change byRight =
        new Change.Delete(
            message.room(),
            seat.who().as(Role.MODERATOR),
            message.id(),
            chat.clock().instant(),
            change.ref());
    chat.audit()
        .record(
            Act.by(seat.who(), "delete")
                .to(message.authorId(), message.authorName())
                .in(message.room())
                .saying("message " + message.id()),
            turn.guarded(() -> approved.accept(byRight)),
            () -> outcomes.unavailable(change.ref(), turn));
  }

  private RoomRights rights() {
    return chat.rooms().rights();
  }
}
