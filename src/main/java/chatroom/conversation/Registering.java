package chatroom.conversation;

import chatroom.account.PasswordRules;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.room.Account;
import chatroom.room.Code;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.SessionMessage.AuthSuccess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a guest comes to an account: with number, rooms and all that they have, and a name that is
 * theirs from then on.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Registering {
  /** Told when the account is there; ends the turn, at once or later. */
  @FunctionalInterface
  interface Registered {
    void as(Account account, @Nullable String ref, Turn turn);
  }

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Outcomes outcomes;
  private final Registered told;

  /** Registers whoever has a place, who is told of it and goes on. */
  Registering(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this(
        chat,
        client,
        seat,
        outcomes,
        (account, ref, turn) ->
            turn.end(
                () ->
                    client.send(
                        new AuthSuccess(chat.now(), ref, AuthSuccess.User.of(seat.who(), null)))));
  }

  Registering(Chat chat, Client client, Seat seat, Outcomes outcomes, Registered told) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.outcomes = outcomes;
    this.told = told;
  }

  /** Makes the guest an account; all that costs nothing is looked at before the password is. */
  void register(Register said, Turn turn) throws Rejection, Unavailable {
    boolean isClosed = !chat.signIns().registrationOpen() || chat.order().lockdown().isOn();
    if (isClosed && !chat.oversight().firstAdmin().isToken(orEmpty(said.invitation()))) {
      throw new Rejection(Code.REGISTRATION_CLOSED);
    }
    if (seat.isRegistered()) {
      throw new Rejection(Code.NOT_ALLOWED, "Signed in already");
    }
    if (seat.isRenaming()) {
      throw new Unavailable(); // By a connection that is gone: the names would cross.
    }
    String username = orEmpty(said.username());
    String password = orEmpty(said.password());
    PasswordRules.require(password, username);
    Participant me = seat.who();
    Nickname name = claim(me, username);
    takeRegistration(me, name);
    Account account = new Account(me.id(), name.text(), "", Role.MEMBER, chat.clock().instant());
    seat.setRenaming(true);
    chat.signIns()
        .register(
            account,
            name,
            password,
            invitation(said),
            client,
            turn.guarded(() -> registered(account, name, said.ref(), turn)),
            turn.guarded(
                why -> {
                  seat.setRenaming(false);
                  chat.directory().free(me, name);
                  outcomes.refuse(why, said.ref(), turn);
                }));
  }

  /** What has to be looked at; who is to be the first administrator can have none. */
  private Optional<String> invitation(Register said) {
    String shown = orEmpty(said.invitation());
    boolean needed =
        chat.signIns().vouching().isNeeded() && !chat.oversight().firstAdmin().isToken(shown);
    return needed ? Optional.of(shown) : Optional.empty();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private Nickname claim(Participant me, String username) throws Rejection {
    Nickname name = chat.directory().claim(me, username);
    if (chat.directory().isUnnamed(me.id(), name)) {
      throw new Rejection(Code.NAME_TAKEN);
    }
    return name;
  }

  /** Only what comes to hashing counts: who is refused before takes nothing from others there. */
  private void takeRegistration(Participant me, Nickname name) throws Rejection {
    try {
      chat.signIns().requireRegistration(client.address());
    } catch (Rejection tooMany) {
      chat.directory().free(me, name);
      throw tooMany;
    }
  }

  /**
   * The guest may have come back meanwhile: to the same place by another connection, or to another
   * place if this one was vacated; or they have left.
   */
  private void registered(Account account, Nickname name, @Nullable String ref, Turn turn) {
    chat.directory().register(name, account.id());
    seat.setRenaming(false);
    if (seat.isVacated()) {
      chat.directory().free(seat.who(), name);
    }
    Optional<Seat> now = seat.isVacated() ? chat.seats().of(account.id()) : Optional.of(seat);
    now.ifPresent(it -> registered(it, name));
    told.as(account, ref, turn);
  }

  private void registered(Seat now, Nickname name) {
    Participant before = now.who();
    now.register();
    if (!name.equals(before.name())) {
      Naming.renamed(chat, now, before, name);
    }
    now.linesBut(client)
        .forEach(
            line ->
                line.send(new AuthSuccess(chat.now(), null, AuthSuccess.User.of(now.who(), null))));
  }
}
