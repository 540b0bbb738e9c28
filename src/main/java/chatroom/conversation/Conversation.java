package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.conversation.Turns.Turn;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.delivery.Protocol;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.Malformed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's part in the chat: it is greeted, does what it may as often as it may, in the
 * order in which it says so, and is over exactly once.
 *
 * <p>Thread safety: what comes from the client is for one thread at a time, as containers call; it
 * is charged there, and all the rest happens on the lane.
 */
public final class Conversation {
  /** How long a client of {@code chat.v1} may take to say hello. */
  static final Duration HELLO_PATIENCE = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(Conversation.class);

  private final Chat chat;
  private final Client client;
  private final Entrance entrance;
  private final boolean plain;
  private final Refusals refusals;

  /** Its own, until it is known whose connection this is. Written on the lane. */
  private volatile RateLimit rate;

  /** Confined to the lane. */
  private final Turns turns;

  /** Confined to the lane. */
  private Optional<Hello> helloSaid = Optional.empty();

  /** Written on the lane. */
  private volatile Optional<Seat> seat = Optional.empty();

  /** Whether the client has left. Confined to the lane. */
  private boolean over;

  /** Confined to the lane. */
  private Optional<Member> member = Optional.empty();

  /** Confined to the lane. */
  private final Antechamber antechamber;

  private Conversation(Chat chat, Client client, Entrance entrance) {
    this.chat = chat;
    this.client = client;
    this.entrance = entrance;
    this.turns = new Turns(() -> client.end(Disconnect.INTERNAL_ERROR));
    this.plain = client.protocol() == Protocol.PLAIN;
    this.rate = new RateLimit(chat.limits().actsPerSecond(), chat.nanoTime());
    this.refusals = new Refusals(client, () -> rate, chat.clock(), chat.nanoTime(), this::inTurn);
    this.antechamber = new Antechamber(chat, client, rate, this::refuse);
  }

  /**
   * Greets a plain client and lets it into the room; waits for the hello of another one, and for
   * whoever has to sign in.
   *
   * @param entrance how it came in
   */
  public static Conversation begin(Chat chat, Client client, Entrance entrance) {
    Conversation conversation = new Conversation(chat, client, entrance);
    conversation.begin();
    return conversation;
  }

  private void begin() {
    if (!plain || entrance.isBarred()) {
      chat.timer().after(HELLO_PATIENCE, this::requireHello);
    } else {
      chat.lane().execute(() -> turns.execute(true, turn -> turn.run(() -> greetPlainly(turn))));
    }
    // Last: if the client has left meanwhile, its leaving comes after its entering.
    client.onLeave(why -> chat.lane().execute(() -> leave(why)));
  }

  /** In its turn, after what was said before, and after the others have been told of that. */
  private void leave(Disconnect why) {
    turns.execute(true, turn -> chat.lane().execute(() -> end(why, turn)));
  }

  private void requireHello() {
    if (!plain && helloSaid.isEmpty()) {
      client.end(Disconnect.NO_HELLO);
    } else if (entrance.isBarred() && seat.isEmpty()) {
      antechamber.expire();
    }
  }

  private Arrival arrival(Arrival.Arrived arrived, Turn turn) {
    return new Arrival(chat, client, entrance, rate, this::refuse, arrived, turn);
  }

  private void greetPlainly(Turn turn) {
    arrival(
            (who, none, any) -> {
              greeting(who).plain();
              turn.end();
            },
            turn)
        .unannounced();
  }

  private void hello(Hello hello, RateLimit charged, Turn turn) {
    String frames = hello.frames();
    if ("binary".equals(frames)) {
      client.useBinaryFrames();
    } else if (frames != null && !frames.equals("text")) {
      refuse(new Rejection(Code.INVALID_FORMAT).answering(hello.ref()));
    }
    arrival((who, token, known) -> greet(who, token, known, hello, charged, turn), turn)
        .announced(hello);
  }

  private void greet(
      Seat who,
      Optional<ResumeToken> token,
      boolean known,
      Hello hello,
      RateLimit charged,
      Turn turn) {
    greeting(who).say(token, known, hello.rooms());
    String wanted = hello.name();
    if (known && wanted != null && !wanted.strip().equals(who.who().name().text())) {
      act(new ClientMessage.SetName(wanted, hello.ref()), charged, turn);
    } else {
      turn.end();
    }
  }

  /** Signs in whoever is nobody yet. */
  private void enter(ClientMessage message, Turn turn) throws Rejection {
    Arrival arrival =
        arrival((who, token, known) -> entered(who, token, known, message, turn), turn);
    antechamber.act(message, arrival, turn);
  }

  private void entered(
      Seat who, Optional<ResumeToken> token, boolean known, ClientMessage message, Turn turn) {
    Greeting greeting = greeting(who);
    greeting.success(Optional.empty(), message.ref());
    boolean isNew = message instanceof ClientMessage.Register;
    helloSaid.ifPresentOrElse(
        hello -> greeting.say(token, known && !isNew, hello.rooms()), greeting::plain);
    turn.end();
  }

  private void signIn(ClientMessage.Auth said, Seat guest, Turn turn) throws Rejection {
    List<OpenRoom> rooms = guest.rooms();
    Arrival arrival =
        arrival(
            (who, token, any) -> {
              greeting(who).signedIn(token, rooms, said.ref());
              turn.end();
            },
            turn);
    new SigningIn(chat, client, Optional.of(guest), arrival, this::refuse).begin(said, turn);
  }

  private Greeting greeting(Seat taken) {
    log.info("{} connected from {}", taken, client.address());
    rate = taken.rate();
    Snapshots snapshots = new Snapshots(chat, client, taken.who().id(), rate::answered);
    RoomNames names = new RoomNames(chat.rooms(), taken);
    Visits visits = new Visits(chat, client, taken, snapshots, names);
    RoomCounts counts = new RoomCounts(chat, client, taken, snapshots, taken.rate());
    Answers answers = new Answers(chat, client, snapshots, names, counts);
    client.onPresenceLeftOut(
        () -> chat.lane().execute(() -> taken.rooms().forEach(snapshots::users)));
    seat = Optional.of(taken);
    member =
        Optional.of(
            new Member(chat, client, taken, names, visits, answers, snapshots, this::refuse));
    boolean vouched = entrance.login().isPresent();
    return new Greeting(chat, client, taken, snapshots, names, visits, vouched);
  }

  private void end(Disconnect why, Turn turn) {
    over = true;
    seat.ifPresentOrElse(
        taken -> {
          if (taken.returns()) {
            chat.guestbook().seen(taken.who().id(), taken.knownBy(client));
          }
          chat.seats().disconnected(taken, client, why);
        },
        () -> log.info("{} left: {}", this, why.reason()));
    turn.end();
  }

  /** Does what the client says, or answers why not. */
  public void receive(ClientMessage message) {
    try {
      RateLimit charged = rate;
      Charges.charge(message, charged);
      chat.lane().offer(() -> take(message, charged));
    } catch (Rejection e) {
      refusals.answer(this, e.answering(message.ref()));
    } catch (Unavailable e) {
      refusals.answer(this, Refusals.unavailable().answering(message.ref()));
    }
  }

  /** Answers that a text says nothing. */
  public void malformed(Malformed text) {
    refusals.charge(this, text.rejection());
  }

  /** Answers that a text was too large. */
  public void tooLarge() {
    refusals.tooLarge(this);
  }

  /** Answers that binary frames say nothing. */
  public void binary() {
    refusals.binary(this);
  }

  private void take(ClientMessage message, RateLimit charged) {
    try {
      if (message instanceof Hello hello) {
        requireFirst();
        helloSaid = Optional.of(hello);
        turns.offer(true, turn -> begin(turn, () -> hello(hello, charged, turn)));
      } else {
        requireGreeted();
        turns.offer(
            !Member.isPost(message), turn -> begin(turn, () -> act(message, charged, turn)));
      }
    } catch (Rejection e) {
      answerInTurn(() -> refuse(e.answering(message.ref())));
    } catch (Unavailable e) {
      refuse(Refusals.unavailable().answering(message.ref()));
    }
  }

  private void requireFirst() throws Rejection {
    if (plain) {
      throw new Rejection(Code.UNSUPPORTED, "Not supported: hello");
    }
    if (helloSaid.isPresent()) {
      throw new Rejection(Code.INVALID_FORMAT, "Hello was said already");
    }
  }

  private void requireGreeted() throws Rejection {
    if (!plain && helloSaid.isEmpty()) {
      throw new Rejection(Code.INVALID_FORMAT, "Say hello first");
    }
  }

  private void act(ClientMessage message, RateLimit charged, Turn turn) {
    try {
      if (charged != rate) {
        Charges.charge(message, rate); // It was said before it was known who says it.
      }
      if (seat.isPresent() && helloSaid.map(Hello::token).isPresent()) {
        chat.keyring().requireAllowed(client, seat.get().who().role(), message);
      }
      if (message instanceof ClientMessage.Auth said && seat.isPresent()) {
        signIn(said, seat.get(), turn);
      } else if (member.isPresent()) {
        member.get().act(message, turn);
      } else if (entrance.isBarred()) {
        enter(message, turn);
      } else {
        turn.end(); // It was turned away.
      }
    } catch (Rejection e) {
      turn.end(() -> refuse(e.answering(message.ref())));
    } catch (Unavailable e) {
      turn.end(() -> refuse(Refusals.unavailable().answering(message.ref())));
    }
  }

  /** What was said by who has left since comes to nothing: nobody would see them off again. */
  private void begin(Turn turn, Runnable act) {
    if (over) {
      turn.end();
    } else {
      turn.run(act);
    }
  }

  private void refuse(Rejection rejection) {
    refusals.say(this, rejection);
  }

  /** Gives an answer after all earlier ones, or at once if too much is waiting. */
  private void inTurn(Runnable answer) {
    try {
      chat.lane().offer(() -> answerInTurn(answer));
    } catch (Unavailable tooMuch) {
      answer.run();
    }
  }

  private void answerInTurn(Runnable answer) {
    try {
      turns.offer(false, turn -> turn.end(answer));
    } catch (Unavailable tooMuch) {
      answer.run();
    }
  }

  /** Who it is, for the log. */
  @Override
  public String toString() {
    return seat.map(Seat::toString).orElseGet(() -> "Somebody at " + client.address());
  }
}
