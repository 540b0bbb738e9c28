package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.room.Directory;
import chatroom.room.Guests.Guest;
import chatroom.room.Nickname;
import chatroom.room.Notes.Kept;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.SessionMessage.Failure;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How one client becomes somebody: a newcomer, or the user that it was before. If that cannot be
 * found out now, it is told to come back.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Arrival {
  /** Told once of who it is, who may be in no room yet. */
  @FunctionalInterface
  interface Arrived {
    /** That is the place, and whether the user was known. */
    void at(Seat seat, boolean resumed);
  }

  private final Chat chat;
  private final Client client;
  private final RateLimit rate;
  private final Consumer<Rejection> refuse;
  private final Arrived arrived;
  private final Runnable turnedAway;

  /**
   * @param rate what a newcomer has been charged so far
   * @param refuse tells what the client asked for and cannot have
   * @param turnedAway runs instead of {@code arrived} if the client has to go
   */
  Arrival(
      Chat chat,
      Client client,
      RateLimit rate,
      Consumer<Rejection> refuse,
      Arrived arrived,
      Runnable turnedAway) {
    this.chat = chat;
    this.client = client;
    this.rate = rate;
    this.refuse = refuse;
    this.arrived = arrived;
    this.turnedAway = turnedAway;
  }

  /** A client comes that will not return. */
  void unannounced() {
    chat.guestbook()
        .admit(
            Optional.empty(),
            id -> enter(directory().admit(id, chat.clock().instant()), Optional.empty()),
            this::turnAway);
  }

  /** A client comes that said who it is. */
  void announced(Hello hello) {
    Optional.ofNullable(hello.resumeToken())
        .flatMap(ResumeToken::parse)
        .ifPresentOrElse(
            token ->
                chat.guestbook()
                    .find(
                        token,
                        found ->
                            found.ifPresentOrElse(
                                guest -> recall(guest, token), () -> beginAnew(hello)),
                        this::turnAway),
            () -> beginAnew(hello));
  }

  private void recall(Guest guest, ResumeToken token) {
    chat.guestbook().seen(guest.id());
    chat.notebook().of(guest.id(), kept -> comeBack(guest, token, kept), this::turnAway);
  }

  private void comeBack(Guest guest, ResumeToken token, Kept kept) {
    Optional<Seat> held = chat.seats().of(guest.id());
    if (held.isPresent()) {
      chat.seats().connect(held.get(), client);
      arrived.at(held.get(), true);
      return;
    }
    var now = chat.clock().instant();
    Participant who =
        guest
            .name()
            .map(name -> directory().admit(guest.id(), name, now))
            .orElseGet(() -> directory().admit(guest.id(), now));
    enter(who, Optional.of(token), kept, true);
  }

  private void beginAnew(Hello hello) {
    Optional<ResumeToken> token = Optional.of(chat.guestbook().freshToken());
    chat.guestbook()
        .admit(
            token,
            id -> {
              Participant who = directory().admit(id, chat.clock().instant());
              String name = hello.name();
              if (name == null) {
                enter(who, token);
              } else {
                enterAs(name, who, token);
              }
            },
            this::turnAway);
  }

  private void enterAs(String wanted, Participant unnamed, Optional<ResumeToken> token) {
    try {
      Nickname name = directory().claim(unnamed, wanted);
      chat.guestbook()
          .rename(
              unnamed.id(),
              name.text(),
              () -> enter(directory().rename(unnamed, name).orElse(unnamed), token),
              () -> {
                directory().free(unnamed, name);
                refuse.accept(Refusals.unavailable());
                enter(unnamed, token);
              });
    } catch (Rejection e) {
      refuse.accept(e);
      enter(unnamed, token);
    }
  }

  private void enter(Participant newcomer, Optional<ResumeToken> token) {
    enter(newcomer, token, Kept.nothing(), false);
  }

  private void enter(Participant who, Optional<ResumeToken> token, Kept kept, boolean resumed) {
    arrived.at(chat.seats().enter(who, token, kept, rate, client), resumed);
  }

  private void turnAway() {
    client.finish(Failure.of(Refusals.unavailable(), chat.now()), Disconnect.UNAVAILABLE);
    turnedAway.run();
  }

  private Directory directory() {
    return chat.directory();
  }
}
