package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.delivery.Protocol;
import chatroom.room.Account;
import chatroom.room.Code;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.ClientMessage.Register;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a client may do who has to sign in first: that, or make an account. Who has not done so in
 * time has to go; what is under way then is waited for.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Antechamber {
  private final Chat chat;
  private final Client client;
  private final RateLimit rate;
  private final Consumer<Rejection> refuse;
  private boolean busy;
  private boolean overdue;

  /**
   * @param rate what the client has been charged so far
   * @param refuse answers what cannot be done
   */
  Antechamber(Chat chat, Client client, RateLimit rate, Consumer<Rejection> refuse) {
    this.chat = chat;
    this.client = client;
    this.rate = rate;
    this.refuse = refuse;
  }

  /** What is answered to all else. */
  static Rejection refusal() {
    return new Rejection(Code.NOT_ALLOWED, "Sign in first");
  }

  /** The time is over. */
  void expire() {
    overdue = true;
    if (!busy) {
      client.end(Disconnect.NOT_SIGNED_IN);
    }
  }

  /**
   * Signs in, or registers.
   *
   * @param arrival how the client becomes somebody
   */
  void act(ClientMessage message, Arrival arrival, Turn turn) throws Rejection {
    if (message instanceof Auth said) {
      signIn(said, arrival, turn);
    } else if (message instanceof Register said) {
      chat.oversight().discipline().requireWelcome(client.address());
      busy = true;
      chat.guestbook()
          .admit(
              Optional.empty(),
              id -> turn.run(() -> register(said, id, arrival, turn)),
              () -> turn.end(() -> stay(Refusals.unavailable().answering(said.ref()))));
    } else {
      throw refusal();
    }
  }

  private void signIn(Auth said, Arrival arrival, Turn turn) throws Rejection {
    busy = true;
    try {
      new SigningIn(chat, client, Optional.empty(), arrival, this::stay).begin(said, turn);
    } catch (Rejection e) {
      busy = false;
      throw e;
    }
  }

  /** The user is nowhere until there is an account. */
  private void register(Register said, long userId, Arrival arrival, Turn turn) {
    Participant newcomer = chat.directory().admit(userId, chat.clock().instant());
    Seat seat =
        new Seat(newcomer, false, Map.of(), new Typing(chat.timer(), chat.nanoTime()), rate);
    Consumer<Rejection> refused =
        why -> {
          chat.directory().depart(userId).run();
          stay(why);
        };
    Outcomes outcomes = new Outcomes(chat, client, refused);
    try {
      new Registering(
              chat, client, seat, outcomes, (account, any, same) -> registered(account, arrival))
          .register(said, turn);
    } catch (Rejection e) {
      turn.end(() -> refused.accept(e.answering(said.ref())));
    } catch (Unavailable e) {
      turn.end(() -> refused.accept(Refusals.unavailable().answering(said.ref())));
    }
  }

  private void registered(Account account, Arrival arrival) {
    Optional<ResumeToken> token =
        client.protocol() == Protocol.PLAIN
            ? Optional.empty()
            : Optional.of(chat.guestbook().freshToken());
    chat.directory().depart(account.id()).run();
    arrival.signedIn(account, chat.passes().moment(), token, () -> {});
  }

  private void stay(Rejection why) {
    busy = false;
    refuse.accept(why);
    if (overdue) {
      client.end(Disconnect.NOT_SIGNED_IN);
    }
  }
}
