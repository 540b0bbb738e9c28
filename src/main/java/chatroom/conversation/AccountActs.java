package chatroom.conversation;

import chatroom.account.PasswordRules;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.room.Accounts.Pass;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage.AccountAct;
import chatroom.wire.ClientMessage.ChangePassword;
import chatroom.wire.ClientMessage.CreateInvitation;
import chatroom.wire.ClientMessage.CreateToken;
import chatroom.wire.ClientMessage.EndSessions;
import chatroom.wire.ClientMessage.GetSessions;
import chatroom.wire.ClientMessage.GetTokens;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.ClientMessage.RevokeToken;
import chatroom.wire.SessionMessage.PasswordChanged;
import chatroom.wire.SessionMessage.Sessions;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a user does about their own account, or about those of others: where they are signed in is
 * told to nobody else, and what they end is over at once, on every connection.
 *
 * <p>Thread safety: confined to the lane.
 */
final class AccountActs {
  /** How much of a hash is shown: nobody can make the token of it, or the rest. */
  private static final int SHOWN_HASH = 16;

  private final Chat chat;
  private final Client client;
  private final Seat seat;
  private final Registering registering;
  private final Issuing issuing;
  private final KeyActs keys;
  private final Outcomes outcomes;

  AccountActs(Chat chat, Client client, Seat seat, Outcomes outcomes) {
    this.chat = chat;
    this.client = client;
    this.seat = seat;
    this.registering = new Registering(chat, client, seat, outcomes);
    this.issuing = new Issuing(chat, client, seat, outcomes);
    this.keys = new KeyActs(chat, client, seat, outcomes);
    this.outcomes = outcomes;
  }

  /** Does what the user says in its turn. */
  void act(AccountAct act, Turn turn) throws Rejection, Unavailable {
    if (act instanceof Register said) {
      registering.register(said, turn);
      return;
    }
    if (!seat.isRegistered()) {
      throw new Rejection(Code.NOT_ALLOWED, "Sign in first");
    }
    if (act instanceof CreateInvitation wanted) {
      issuing.invite(wanted, turn);
    } else if (act instanceof CreateToken wanted) {
      keys.create(wanted, turn);
    } else if (act instanceof RevokeToken said) {
      keys.revoke(said, turn);
    } else if (act instanceof GetTokens asked) {
      keys.tell(asked.ref(), turn);
    } else if (act instanceof ChangePassword said) {
      change(said, turn);
    } else if (act instanceof EndSessions said) {
      passes(said.ref(), turn, all -> end(said, all, turn));
    } else if (act instanceof GetSessions asked) {
      tell(asked.ref(), turn);
    }
  }

  private void change(ChangePassword said, Turn turn) throws Rejection {
    String before = said.password();
    String next = said.newPassword();
    if (before == null || next == null) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    String name = seat.who().name().text();
    PasswordRules.require(next, name);
    long since = chat.passes().moment();
    chat.signIns()
        .find(
            name,
            before,
            client,
            turn.guarded(
                account -> passes(said.ref(), turn, all -> replace(said, next, all, since, turn))),
            why -> outcomes.refuse(isWrong(why) ? wrong() : why, said.ref(), turn));
  }

  private static boolean isWrong(Rejection why) {
    return why.code() == Code.AUTH_FAILED;
  }

  /** Who is here already need not go for that. */
  private static Rejection wrong() {
    return new Rejection(Code.NOT_ALLOWED, "Wrong password");
  }

  private void replace(
      ChangePassword said, String password, List<Pass> all, long since, Turn turn) {
    String kept = seat.knownBy(client);
    long userId = seat.who().id();
    chat.signIns()
        .change(
            userId,
            password,
            client,
            () -> seat.isOf(client) && !chat.passes().isTooLate(userId, since),
            kept,
            turn.guarded(
                () -> {
                  chat.passes().othersEnded(userId, all, kept);
                  endOtherLines();
                  endPrograms(said, userId, turn);
                }),
            why -> outcomes.refuse(why, said.ref(), turn));
  }

  /**
   * Last, when nobody else is here any more to let one in: what a stranger has let in is not to
   * outlive the password.
   */
  private void endPrograms(ChangePassword said, long userId, Turn turn) {
    Rejection half =
        new Rejection(Code.UNAVAILABLE, "The password is changed, but tokens are not revoked");
    chat.keyring()
        .revokeAll(
            userId,
            turn.guarded(
                () -> turn.end(() -> client.send(new PasswordChanged(chat.now(), said.ref())))),
            () -> outcomes.refuse(half, said.ref(), turn));
  }

  /** Those that came by what is worth nothing any more. */
  private void endOtherLines() {
    String kept = seat.knownBy(client);
    seat.linesBut(client).stream()
        .filter(line -> kept.isEmpty() || !seat.knownBy(line).equals(kept))
        .forEach(line -> line.end(Disconnect.SIGNED_OUT));
  }

  private void end(EndSessions said, List<Pass> all, Turn turn) {
    String id = said.id();
    Runnable refused = () -> outcomes.unavailable(said.ref(), turn);
    if (id == null) {
      String kept = seat.knownBy(client);
      Runnable done =
          turn.guarded(
              () -> {
                endOtherLines();
                tell(said.ref(), turn);
              });
      chat.passes().endOthers(seat.who().id(), all, kept, done, refused);
      return;
    }
    all.stream()
        .filter(pass -> shown(pass).equals(id))
        .findFirst()
        .ifPresentOrElse(
            pass ->
                chat.passes().end(pass, turn.guarded(() -> over(pass, said.ref(), turn)), refused),
            () ->
                outcomes.refuse(
                    new Rejection(Code.NOT_ALLOWED, "No such session"), said.ref(), turn));
  }

  private void over(Pass pass, @Nullable String ref, Turn turn) {
    boolean own = seat.knownBy(client).equals(pass.tokenHash());
    seat.lines().stream()
        .filter(line -> seat.knownBy(line).equals(pass.tokenHash()))
        .forEach(line -> line.end(Disconnect.SIGNED_OUT));
    if (own) {
      turn.end();
    } else {
      tell(ref, turn);
    }
  }

  private void tell(@Nullable String ref, Turn turn) {
    passes(
        ref,
        turn,
        all ->
            turn.end(
                () ->
                    client.send(
                        new Sessions(chat.now(), ref, all.stream().map(this::session).toList()))));
  }

  private Sessions.Session session(Pass pass) {
    String hash = pass.tokenHash();
    return new Sessions.Session(
        shown(pass),
        pass.addedAt().getEpochSecond(),
        seat.lines().stream().anyMatch(line -> seat.knownBy(line).equals(hash)),
        seat.knownBy(client).equals(hash));
  }

  private static String shown(Pass pass) {
    return pass.tokenHash().substring(0, Math.min(SHOWN_HASH, pass.tokenHash().length()));
  }

  private void passes(@Nullable String ref, Turn turn, Consumer<List<Pass>> found) {
    chat.passes().of(seat.who().id(), turn.guarded(found), () -> outcomes.unavailable(ref, turn));
  }
}
