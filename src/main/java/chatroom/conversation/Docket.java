package chatroom.conversation;

import chatroom.conversation.People.Person;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Act;
import chatroom.room.Code;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.UserId;
import chatroom.wire.ModerationMessage.Moderated;
import chatroom.wire.ModerationMessage.Moderated.Deed;
import chatroom.wire.OfficialAct;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The way that all goes which one client does by right of a role: the user is found, the right is
 * looked at, the act is taken down, and when it is done the client is told. Each ends its turn.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Docket {
  /** What is done to a user who was found. */
  @FunctionalInterface
  interface Doing {
    void to(Person person) throws Rejection;
  }

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Outcomes outcomes;

  Docket(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.outcomes = outcomes;
  }

  /** Who does it, as they are now. */
  Participant actor() {
    return seat.who();
  }

  /**
   * Finds whom an act is about, and does it.
   *
   * @throws Rejection if there can be nobody
   */
  void open(OfficialAct act, Turn turn, Doing doing) throws Rejection {
    open(act, nobody -> Optional.empty(), turn, doing);
  }

  /**
   * The same.
   *
   * @param otherwise knows by number who has gone and is kept nowhere
   */
  void open(OfficialAct act, LongFunction<Optional<Person>> otherwise, Turn turn, Doing doing)
      throws Rejection {
    Consumer<Rejection> refused = why -> outcomes.refuse(why, act.ref(), turn);
    Consumer<Person> found = turn.guarded(person -> go(person, doing, turn, refused));
    chat.oversight()
        .people()
        .find(
            act.targetId(),
            act.username(),
            found,
            why -> gone(act, why, otherwise).ifPresentOrElse(found, () -> refused.accept(why)));
  }

  private static Optional<Person> gone(
      OfficialAct act, Rejection why, LongFunction<Optional<Person>> otherwise) {
    String id = act.targetId();
    OptionalLong number =
        id == null || why.code() != Code.USER_NOT_FOUND ? OptionalLong.empty() : UserId.parse(id);
    return number.isPresent() ? otherwise.apply(number.getAsLong()) : Optional.empty();
  }

  /** Does it when all was done before that could leave nobody an administrator. */
  void inSuccession(Person person, @Nullable String ref, Turn turn, Doing doing) {
    chat.oversight().succession().enter(turn, () -> go(person, ref, turn, doing));
  }

  /** Does it if the actor is still here. */
  void go(Person person, @Nullable String ref, Turn turn, Doing doing) {
    turn.run(() -> go(person, doing, turn, why -> outcomes.refuse(why, ref, turn)));
  }

  private void go(Person person, Doing doing, Turn turn, Consumer<Rejection> refused) {
    if (seat.isVacated()) {
      turn.end();
      return;
    }
    try {
      doing.to(person);
    } catch (Rejection e) {
      refused.accept(e);
    }
  }

  /**
   * Lets pass who may do something to that user.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED}
   */
  void requireOver(Person person) throws Rejection {
    if (person.id() == actor().id()) {
      throw new Rejection(Code.NOT_ALLOWED, "Nobody does that to themselves");
    }
    if (!actor().role().isOver(person.role())) {
      throw new Rejection(Code.NOT_ALLOWED, "Only an administrator may do that to this user");
    }
  }

  /** What the actor does to that user. */
  Act act(String kind, Person person) {
    return Act.by(actor(), kind).to(person.id(), person.name());
  }

  /** Takes down what is about to be done, and has it done. */
  void record(Act act, @Nullable String ref, Turn turn, Runnable doing) {
    chat.audit().record(act, turn.guarded(doing), unavailable(ref, turn));
  }

  /** Ends the turn of what cannot be done now. */
  Runnable unavailable(@Nullable String ref, Turn turn) {
    return turn.guarded(() -> outcomes.unavailable(ref, turn));
  }

  /** Ends the turn of what is not done. */
  void refuse(Rejection why, @Nullable String ref, Turn turn) {
    outcomes.refuse(why, ref, turn);
  }

  /** It is done. */
  void close(Deed deed, @Nullable String ref, Turn turn) {
    turn.end(() -> client.send(new Moderated(chat.now(), ref, deed)));
  }
}
