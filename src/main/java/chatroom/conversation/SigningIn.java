package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.delivery.Protocol;
import chatroom.room.Account;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.SessionMessage.Failure;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a guest becomes the user of an account, by the connection on which they say so; the guest is
 * gone then. Who does not know the password has to go.
 *
 * <p>Thread safety: confined to the lane.
 */
final class SigningIn {
  private final Chat chat;
  private final Client client;
  private final Optional<Seat> guest;
  private final Arrival arrival;
  private final Consumer<Rejection> refuse;

  /**
   * @param guest whose connection it is so far; empty if nobody's
   * @param arrival how the client becomes somebody else
   * @param refuse answers what cannot be done now
   */
  SigningIn(
      Chat chat, Client client, Optional<Seat> guest, Arrival arrival, Consumer<Rejection> refuse) {
    this.chat = chat;
    this.client = client;
    this.guest = guest;
    this.arrival = arrival;
    this.refuse = refuse;
  }

  /** Finds out who it is. */
  void begin(Auth said, Turn turn) throws Rejection {
    if (guest.filter(Seat::isRegistered).isPresent()) {
      throw again();
    }
    String username = said.username();
    String password = said.password();
    if (username == null || password == null) {
      throw new Rejection(Code.INVALID_FORMAT);
    }
    long since = chat.passes().moment();
    chat.signIns()
        .find(
            username,
            password,
            client,
            turn.guarded(account -> become(account, since)),
            why -> turn.end(() -> refused(why.answering(said.ref()))));
  }

  /** What is answered to whoever has signed in. */
  static Rejection again() {
    return new Rejection(Code.NOT_ALLOWED, "Signed in already");
  }

  private void become(Account account, long since) {
    Optional<ResumeToken> token =
        client.protocol() == Protocol.PLAIN
            ? Optional.empty()
            : Optional.of(chat.guestbook().freshToken());
    arrival.signedIn(
        account, since, token, () -> guest.ifPresent(seat -> chat.seats().leave(seat, client)));
  }

  private void refused(Rejection why) {
    if (why.code() == Code.AUTH_FAILED) {
      client.finish(Failure.of(why, chat.now()), Disconnect.AUTH_FAILED);
    } else {
      refuse.accept(why);
    }
  }
}
