package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.room.Account;
import chatroom.room.Code;
import chatroom.room.Directory;
import chatroom.room.Guests.Guest;
import chatroom.room.Nickname;
import chatroom.room.Notes.Kept;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.SessionMessage.Failure;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    /**
     * That is the place.
     *
     * @param token what the user is known by on return; empty for one who will not return
     * @param resumed whether the user was known
     */
    void at(Seat seat, Optional<ResumeToken> token, boolean resumed);
  }

  private final Chat chat;
  private final Client client;
  private final Entrance entrance;
  private final RateLimit rate;
  private final Consumer<Rejection> refuse;
  private final Arrived arrived;
  private final Runnable turnedAway;

  /**
   * @param entrance how it came in
   * @param rate what a newcomer has been charged so far
   * @param refuse tells what the client asked for and cannot have
   * @param turnedAway runs instead of {@code arrived} if the client has to go
   */
  Arrival(
      Chat chat,
      Client client,
      Entrance entrance,
      RateLimit rate,
      Consumer<Rejection> refuse,
      Arrived arrived,
      Runnable turnedAway) {
    this.chat = chat;
    this.client = client;
    this.entrance = entrance;
    this.rate = rate;
    this.refuse = refuse;
    this.arrived = arrived;
    this.turnedAway = turnedAway;
  }

  /** A client comes that will not return. */
  void unannounced() {
    if (entrance.login().isPresent()) {
      logIn(entrance.login().get(), Optional.empty(), false);
      return;
    }
    if (isUnwelcome() || isLockedDown()) {
      return;
    }
    chat.guestbook()
        .admit(
            Optional.empty(),
            id -> enter(directory().admit(id, chat.clock().instant()), Optional.empty()),
            this::turnAway);
  }

  /** A client comes that said who it is. */
  void announced(Hello hello) {
    Optional<ResumeToken> shown =
        Optional.ofNullable(hello.resumeToken()).flatMap(ResumeToken::parse);
    String username = hello.username();
    if (entrance.login().isPresent()) {
      if (username != null) {
        refuse.accept(SigningIn.again().answering(hello.ref()));
      }
      logIn(entrance.login().get(), shown, true);
      return;
    }
    if (username != null) {
      signIn(username, hello.password());
      return;
    }
    shown.ifPresentOrElse(
        token ->
            chat.guestbook()
                .find(
                    token,
                    found ->
                        found.ifPresentOrElse(
                            guest -> recall(guest, token, hello), () -> beginAnew(hello)),
                    this::turnAway),
        () -> beginAnew(hello));
  }

  /** The container, or a proxy, says who it is. */
  private void logIn(Login login, Optional<ResumeToken> shown, boolean returns) {
    new LoggingIn(chat, (account, token) -> recall(account, token, () -> {}), this::turnAway)
        .as(login, shown, returns);
  }

  private void signIn(String username, @Nullable String password) {
    chat.signIns()
        .find(
            username,
            password == null ? "" : password,
            client.address(),
            account -> signedIn(account, Optional.of(chat.guestbook().freshToken()), () -> {}),
            this::turnAway);
  }

  /**
   * It is known that this is who has that account.
   *
   * @param token a new one to be known by on return; empty for one who will not return
   * @param goes runs before the client is that user
   */
  void signedIn(Account account, Optional<ResumeToken> token, Runnable goes) {
    if (isUnwelcome(account.id())) {
      return;
    }
    Runnable known = () -> recall(account, token, goes);
    token.ifPresentOrElse(
        fresh -> chat.signIns().keep(account.id(), fresh, known, this::turnAway), known);
  }

  private void recall(Guest guest, ResumeToken token, Hello hello) {
    if (directory().isRegistered(guest.id())) {
      chat.signIns().of(guest.id(), account -> recall(account, token, hello), this::turnAway);
    } else if (entrance.isBarred()) {
      bar(hello);
    } else {
      chat.guestbook().seen(guest.id());
      chat.notebook()
          .of(
              guest.id(),
              kept -> comeBack(guest, false, Role.MEMBER, Optional.of(token), kept),
              this::turnAway);
    }
  }

  /** Where others vouch for a user, a token alone does not. */
  private void recall(Account account, ResumeToken token, Hello hello) {
    if (account.isVouchedFor()) {
      beginAnew(hello);
    } else {
      chat.guestbook().seen(account.id());
      recall(account, Optional.of(token), () -> {});
    }
  }

  private void recall(Account account, Optional<ResumeToken> token, Runnable goes) {
    Guest user = new Guest(account.id(), Optional.of(account.name()));
    chat.notebook()
        .of(
            account.id(),
            kept -> {
              if (isUnwelcome(user.id())) {
                return;
              }
              goes.run();
              comeBack(user, true, account.role(), token, kept);
            },
            this::turnAway);
  }

  private void comeBack(
      Guest guest, boolean registered, Role role, Optional<ResumeToken> token, Kept kept) {
    if (token.isPresent() && chat.passes().isEnded(token.get().hash())) {
      turnAway(new Rejection(Code.AUTH_FAILED)); // While it was found out whose it is.
      return;
    }
    if (isUnwelcome(guest.id()) || (!registered && isUnwelcome())) {
      return;
    }
    Optional<Seat> held = chat.seats().of(guest.id());
    if (held.isPresent()) {
      entitle(held.get(), role);
      chat.seats().connect(held.get(), client);
      arrive(held.get(), token, true);
      return;
    }
    var now = chat.clock().instant();
    Participant who =
        guest
            .name()
            .map(name -> directory().admit(guest.id(), name, now, role))
            .orElseGet(() -> directory().admit(guest.id(), now));
    Seat seat = chat.seats().enter(who, token.isPresent(), kept, rate, client);
    if (registered) {
      seat.register();
    }
    arrive(seat, token, true);
  }

  private void arrive(Seat seat, Optional<ResumeToken> token, boolean resumed) {
    token.ifPresent(it -> seat.knowBy(client, it.hash()));
    arrived.at(seat, token, resumed);
  }

  /** What is said of the user now holds on all their connections. */
  private void entitle(Seat seat, Role role) {
    if (entrance.login().isPresent() && seat.who().role() != role) {
      directory().appoint(seat.who().id(), role).ifPresent(seat::renamed);
      new ModeratorsRoom(chat).appointed(seat);
    }
  }

  private void bar(Hello hello) {
    refuse.accept(Antechamber.refusal().answering(hello.ref()));
    turnedAway.run();
  }

  private void beginAnew(Hello hello) {
    if (entrance.isBarred()) {
      bar(hello);
      return;
    }
    if (isUnwelcome() || isLockedDown()) {
      return;
    }
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
    if (isUnwelcome()) {
      directory().depart(newcomer.id()).run();
      return;
    }
    Seat seat = chat.seats().enter(newcomer, token.isPresent(), Kept.nothing(), rate, client);
    arrive(seat, token, false);
  }

  private void turnAway(Rejection why) {
    client.finish(Failure.of(why, chat.now()), end(why.code()));
    turnedAway.run();
  }

  private static Disconnect end(Code code) {
    return switch (code) {
      case AUTH_FAILED -> Disconnect.AUTH_FAILED;
      case BANNED -> Disconnect.EXPELLED;
      default -> Disconnect.UNAVAILABLE;
    };
  }

  /** Turns away who comes as a guest from a place that is banned; says whether that is so. */
  private boolean isUnwelcome() {
    return turnsAway(() -> chat.oversight().discipline().requireWelcome(client.address()));
  }

  /** Turns away who was never here before, if nobody new is let in; says whether that is so. */
  private boolean isLockedDown() {
    return turnsAway(chat.order().lockdown()::requireOpen);
  }

  /** Turns away who is banned or was kicked just now; says whether that is so. */
  private boolean isUnwelcome(long userId) {
    return turnsAway(() -> chat.oversight().discipline().requireWelcome(userId));
  }

  @FunctionalInterface
  private interface Check {
    void pass() throws Rejection;
  }

  private boolean turnsAway(Check check) {
    try {
      check.pass();
      return false;
    } catch (Rejection e) {
      turnAway(e);
      return true;
    }
  }

  private void turnAway() {
    client.finish(Failure.of(Refusals.unavailable(), chat.now()), Disconnect.UNAVAILABLE);
    turnedAway.run();
  }

  private Directory directory() {
    return chat.directory();
  }
}
