package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
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
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
  private final Turn turn;
  private final Door door;
  private final Entitlement entitlement;

  /**
   * @param entrance how it came in
   * @param rate what a newcomer has been charged so far
   * @param refuse tells what the client asked for and cannot have
   * @param turn in which it comes; ended here if the client has to go
   */
  Arrival(
      Chat chat,
      Client client,
      Entrance entrance,
      RateLimit rate,
      Consumer<Rejection> refuse,
      Arrived arrived,
      Turn turn) {
    this.chat = chat;
    this.client = client;
    this.entrance = entrance;
    this.rate = rate;
    this.refuse = refuse;
    this.arrived = arrived;
    this.turn = turn;
    this.door = new Door(chat, client, turn::end);
    this.entitlement = new Entitlement(chat, entrance);
  }

  /** A client comes that will not return. */
  void unannounced() {
    if (entrance.login().isPresent()) {
      logIn(entrance.login().get(), Optional.empty(), false);
      return;
    }
    if (door.isShutToGuests() || door.isLockedDown()) {
      return;
    }
    chat.guestbook()
        .admit(
            Optional.empty(),
            id ->
                turn.run(
                    () -> enter(directory().admit(id, chat.clock().instant()), Optional.empty())),
            door::turnAway);
  }

  /** A client comes that said who it is. */
  void announced(Hello hello) {
    String key = hello.token();
    if (key != null) {
      long since = chat.passes().moment();
      chat.keyring()
          .find(
              key,
              client,
              turn.guarded(account -> signedIn(account, since, Optional.empty(), () -> {})),
              door::turnAway);
      return;
    }
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
                    turn.guarded(
                        found ->
                            found.ifPresentOrElse(
                                guest -> recall(guest, token, hello), () -> beginAnew(hello))),
                    door::turnAway),
        () -> beginAnew(hello));
  }

  /** The container, or a proxy, says who it is. */
  private void logIn(Login login, Optional<ResumeToken> shown, boolean returns) {
    new LoggingIn(
            chat,
            (account, token) -> turn.run(() -> recall(account, token, () -> {})),
            door::turnAway)
        .as(login, shown, returns);
  }

  private void signIn(String username, @Nullable String password) {
    long since = chat.passes().moment();
    chat.signIns()
        .find(
            username,
            password == null ? "" : password,
            client,
            turn.guarded(
                account ->
                    signedIn(account, since, Optional.of(chat.guestbook().freshToken()), () -> {})),
            door::turnAway);
  }

  /**
   * It is known that this is who has that account.
   *
   * @param since when that was not yet looked up, as {@link Passes#moment} says
   * @param token a new one to be known by on return; empty for one who will not return
   * @param goes runs before the client is that user
   */
  void signedIn(Account account, long since, Optional<ResumeToken> token, Runnable goes) {
    if (door.isShutTo(account.id())) {
      return;
    }
    Runnable known =
        () -> recall(account, token, () -> !chat.passes().isTooLate(account.id(), since), goes);
    token.ifPresentOrElse(
        fresh -> chat.signIns().keep(account.id(), fresh, turn.guarded(known), door::turnAway),
        known);
  }

  private void recall(Guest guest, ResumeToken token, Hello hello) {
    if (directory().isRegistered(guest.id())) {
      chat.signIns()
          .of(guest.id(), turn.guarded(account -> recall(account, token, hello)), door::turnAway);
    } else if (entrance.isBarred()) {
      bar(hello);
    } else {
      chat.guestbook().seen(guest.id(), token.hash());
      chat.notebook()
          .of(
              guest.id(),
              turn.guarded(kept -> comeBack(guest, Optional.empty(), Optional.of(token), kept)),
              door::turnAway);
    }
  }

  /** Where others vouch for a user, a token alone does not. */
  private void recall(Account account, ResumeToken token, Hello hello) {
    if (account.isVouchedFor()) {
      beginAnew(hello);
    } else {
      chat.guestbook().seen(account.id(), token.hash());
      recall(account, Optional.of(token), () -> {});
    }
  }

  private void recall(Account account, Optional<ResumeToken> token, Runnable goes) {
    recall(account, token, () -> true, goes);
  }

  /**
   * Brings back the user of an account.
   *
   * @param stillTrue whether it is still so that it is they
   */
  private void recall(
      Account account, Optional<ResumeToken> token, BooleanSupplier stillTrue, Runnable goes) {
    Guest user = new Guest(account.id(), Optional.of(account.name()));
    chat.notebook()
        .of(
            account.id(),
            turn.guarded(
                kept -> {
                  if (door.isShutTo(user.id())) {
                    return;
                  }
                  if (!stillTrue.getAsBoolean()) {
                    token.ifPresent(it -> chat.passes().forget(it.hash()));
                    door.turnAway(new Rejection(Code.AUTH_FAILED));
                    return;
                  }
                  goes.run();
                  comeBack(user, Optional.of(account), token, kept);
                }),
            door::turnAway);
  }

  private void comeBack(
      Guest guest, Optional<Account> known, Optional<ResumeToken> token, Kept kept) {
    if (known.isEmpty() && directory().isRegistered(guest.id())) {
      // While it was found out what they keep.
      chat.signIns()
          .of(
              guest.id(),
              turn.guarded(account -> recall(account, token, () -> {})),
              door::turnAway);
      return;
    }
    if (token.isPresent() && chat.passes().isEnded(token.get().hash())) {
      door.turnAway(new Rejection(Code.AUTH_FAILED)); // While it was found out whose it is.
      return;
    }
    if (door.isShutTo(guest.id()) || (known.isEmpty() && door.isShutToGuests())) {
      return;
    }
    Role found = known.map(Account::role).orElse(Role.MEMBER);
    Role role = entitlement.of(guest.id(), found);
    Optional<Seat> held = chat.seats().of(guest.id());
    if (held.isPresent()) {
      entitlement.renew(held.get(), role);
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
    if (known.filter(Account::isBot).isPresent()) {
      who = directory().markBot(who.id()).orElse(who);
    }
    Seat seat = chat.seats().enter(who, token.isPresent(), kept, rate, client);
    if (known.isPresent()) {
      seat.register();
    }
    arrive(seat, token, true);
  }

  private void arrive(Seat seat, Optional<ResumeToken> token, boolean resumed) {
    token.ifPresent(it -> seat.knowBy(client, it.hash()));
    arrived.at(seat, token, resumed);
  }

  private void bar(Hello hello) {
    refuse.accept(Antechamber.refusal().answering(hello.ref()));
    turn.end();
  }

  private void beginAnew(Hello hello) {
    if (entrance.isBarred()) {
      bar(hello);
      return;
    }
    if (door.isShutToGuests() || door.isLockedDown()) {
      return;
    }
    Optional<ResumeToken> token = Optional.of(chat.guestbook().freshToken());
    chat.guestbook()
        .admit(token, id -> turn.run(() -> admitted(id, hello.name(), token)), door::turnAway);
  }

  private void admitted(long id, @Nullable String name, Optional<ResumeToken> token) {
    Participant who = directory().admit(id, chat.clock().instant());
    if (name == null) {
      enter(who, token);
    } else {
      enterAs(name, who, token);
    }
  }

  private void enterAs(String wanted, Participant unnamed, Optional<ResumeToken> token) {
    try {
      Nickname name = directory().claim(unnamed, wanted);
      chat.guestbook()
          .rename(
              unnamed.id(),
              name.text(),
              turn.guarded(() -> enter(directory().rename(unnamed, name).orElse(unnamed), token)),
              turn.guarded(
                  () -> {
                    directory().free(unnamed, name);
                    refuse.accept(Refusals.unavailable());
                    enter(unnamed, token);
                  }));
    } catch (Rejection e) {
      refuse.accept(e);
      enter(unnamed, token);
    }
  }

  private void enter(Participant newcomer, Optional<ResumeToken> token) {
    if (door.isShutToGuests()) {
      directory().depart(newcomer.id()).run();
      return;
    }
    Seat seat = chat.seats().enter(newcomer, token.isPresent(), Kept.nothing(), rate, client);
    arrive(seat, token, false);
  }

  private Directory directory() {
    return chat.directory();
  }
}
