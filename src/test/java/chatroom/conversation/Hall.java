package chatroom.conversation;

import chatroom.account.FirstAdmin;
import chatroom.account.Guesses;
import chatroom.account.PasswordHashing;
import chatroom.account.PasswordHashing.Cost;
import chatroom.account.Registrations;
import chatroom.delivery.Broadcaster;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.delivery.PrivateDelivery;
import chatroom.delivery.Protocol;
import chatroom.room.AuditEntry;
import chatroom.room.AuditLog;
import chatroom.room.Directory;
import chatroom.room.Lane;
import chatroom.room.MentionFinder;
import chatroom.room.Nicknames;
import chatroom.room.PrivateChats;
import chatroom.room.Role;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import chatroom.room.RoomTerms;
import chatroom.room.Timeline;
import chatroom.room.Unavailable;
import chatroom.storage.MemoryGuests;
import chatroom.storage.MemoryNotes;
import chatroom.storage.MemoryStore;
import chatroom.storage.MemoryUnread;
import chatroom.storage.MemoryVouchers;
import chatroom.storage.StoreTerms;
import chatroom.testing.ManualClock;
import chatroom.testing.ManualTimer;
import chatroom.testing.Node;
import chatroom.testing.PlainNicknames;
import chatroom.testing.PlainRoomNames;
import chatroom.testing.Receipts;
import chatroom.testing.RecordingTransport;
import chatroom.testing.SlowCharters;
import chatroom.testing.SlowGuests;
import chatroom.testing.SlowLog;
import chatroom.testing.SlowNotes;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Welcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A whole chat of real parts, all in manual time and in the calling thread. */
final class Hall {
  static final long NOW = ManualClock.START.getEpochSecond();
  static final int ACTS_PER_SECOND = 10;
  static final Duration WINDOW = Duration.ofSeconds(30);
  static final Duration EDIT_WINDOW = Duration.ofMinutes(15);
  static final Limits LIMITS =
      new Limits(ACTS_PER_SECOND, 3, 100, 1_000, 10_240, 5_000, WINDOW, EDIT_WINDOW);
  static final Limits UNHURRIED = new Limits(0, 3, 100, 1_000, 10_240, 5_000, WINDOW, EDIT_WINDOW);

  static final List<RoomName> ROOMS =
      Stream.of("general", "random", "gaming").map(RoomName::new).toList();

  final Node node = new Node();
  private final MemoryStore store =
      new MemoryStore(
          node.clock, new StoreTerms(Duration.ofDays(30), Optional.empty()), any -> true);
  final AuditLog audit = store.audit();
  final SlowLog log = new SlowLog(store.messages());

  /** Looks at once, unless a test takes its place before anybody looks for anything. */
  Executor searchers = Runnable::run;

  /** Finds out who somebody is, at once, unless a test takes its place. */
  Executor readers = Runnable::run;

  /** Looks at passwords, at once, unless a test takes its place. */
  Executor hashers = Runnable::run;

  final MemoryGuests memory = new MemoryGuests(node.clock, Duration.ofDays(30));
  final SlowGuests guests = new SlowGuests(memory);
  final SlowCharters charters = new SlowCharters();
  final SlowNotes notes = new SlowNotes(new MemoryNotes());
  private final Nicknames nicknames = new PlainNicknames();
  final Directory directory = new Directory(nicknames, Map.of());
  final FirstAdmin firstAdmin = FirstAdmin.none();
  final ManualTimer timer;
  final Chat chat;

  Hall() {
    this(LIMITS);
  }

  Hall(Limits limits) {
    this(limits, 100);
  }

  /** Where accounts are made by invitation, or by everybody. */
  Hall(boolean invitationNeeded) {
    this(UNHURRIED, 100, new RoomTerms(true, 50), invitationNeeded);
  }

  /** With lists of members that show so many. */
  Hall(Limits limits, int rosterLimit) {
    this(limits, rosterLimit, new RoomTerms(true, 50));
  }

  /** With such bounds of rooms. */
  Hall(RoomTerms terms) {
    this(UNHURRIED, 100, terms);
  }

  private Hall(Limits limits, int rosterLimit, RoomTerms terms) {
    this(limits, rosterLimit, terms, false);
  }

  private Hall(Limits limits, int rosterLimit, RoomTerms terms, boolean invitationNeeded) {
    IgnoreLists ignoreLists = new IgnoreLists();
    PrivateDelivery privateDelivery = new PrivateDelivery(ignoreLists::ignores);
    Lane lane = new Lane(Runnable::run, 100);
    Timeline timeline = new Timeline(0);
    timer = new ManualTimer(lane);
    OpenRooms rooms =
        new OpenRooms(
            ROOMS,
            List.of(),
            new RoomRights(terms, directory::moderates),
            new PlainRoomNames(),
            new RoomBook(charters, lane),
            (name, lastSeq) ->
                new OpenRoom(
                    name,
                    lane,
                    log,
                    lastSeq,
                    timeline,
                    new Broadcaster(node.encoder, node.clock, node.terms),
                    timer::after,
                    node.clock,
                    rosterLimit));
    Guesses guesses = new Guesses(node.nanoTime);
    Guestbook guestbook =
        new Guestbook(guests, lane, task -> readers.execute(task), new SecureRandom());
    Lockdown lockdown = new Lockdown(store.switches(), false, lane);
    Seats seats =
        new Seats(directory, privateDelivery, timer::after, node.nanoTime, limits, ignoreLists);
    chat =
        new Chat(
            directory,
            rooms,
            new PrivateChats(lane, log, timeline),
            privateDelivery,
            log,
            new MessageFinder(log, lane, Runnable::run),
            new MentionFinder(nicknames),
            timeline,
            lane,
            guestbook,
            new Searches(store.search(), task -> searchers.execute(task), lane),
            new Notebook(notes, new MemoryUnread(log), log, lane, Runnable::run),
            seats,
            new SignIns(
                memory.accounts(),
                new PasswordHashing(task -> hashers.execute(task), "nobody's", new Cost(8, 1)),
                guesses,
                new Registrations(node.nanoTime),
                true,
                new Vouching(
                    new MemoryVouchers(node.clock, memory.accounts()),
                    invitationNeeded,
                    lane,
                    task -> readers.execute(task),
                    new SecureRandom()),
                nicknames,
                lane,
                task -> readers.execute(task),
                timer::after),
            Doors.oversight(
                store.restraints(),
                memory.accounts(),
                new People(directory, memory.accounts(), guests, nicknames, lane, Runnable::run),
                lane,
                this),
            new AuditTrail(audit, lane, task -> readers.execute(task)),
            new Passes(memory.accounts(), lane, task -> readers.execute(task)),
            new Logins(
                memory.accounts(),
                guestbook,
                directory,
                lane,
                task -> readers.execute(task),
                node.clock),
            new Order(
                lockdown, new SlowMode(rooms.rights(), lockdown, node.nanoTime), node.nanoTime),
            Doors.keyring(store.accessKeys(), memory.accounts(), lane, this),
            Doors.bots(memory.accounts(), guestbook, directory, nicknames, lane, this),
            new ListingNews(seats, timer::after, node.clock, Runnable::run),
            node.registry,
            limits,
            timer::after,
            node.clock,
            node.nanoTime,
            ManualClock.START,
            false,
            true);
  }

  /** What was taken down, newest first: what, by whom, to whom, and what more there is of it. */
  List<String> audited() {
    try {
      return audit.newest(OptionalLong.empty(), AuditLog.MAX_PAGE).stream()
          .map(AuditEntry::act)
          .map(it -> String.join(" ", it.kind(), it.actorName(), it.targetName(), it.detail()))
          .toList();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** Somebody in the hall, and what they have heard since they last listened. */
  final class Guest {
    final RecordingTransport transport = new RecordingTransport();
    final Client client;
    final Conversation conversation;
    private int listened;

    private Guest(Protocol protocol, Entrance entrance) {
      client = node.client(protocol, transport);
      conversation = Conversation.begin(chat, client, entrance);
    }

    void say(ClientMessage message) {
      conversation.receive(message);
    }

    void say(String text) {
      say(new ClientMessage.Post(text, null, null, null));
    }

    /** What was heard since the last time. */
    List<ServerMessage> heard() {
      List<ServerMessage> all = node.encoder.heardOver(transport);
      List<ServerMessage> news = all.subList(listened, all.size());
      listened = all.size();
      return news;
    }

    /** The one thing that was heard since the last time. */
    ServerMessage heardOnly() {
      List<ServerMessage> news = heard();
      if (news.size() != 1) {
        throw new AssertionError("not one message: " + news);
      }
      return news.get(0);
    }

    /** What the welcome said. */
    Welcome.Greeting welcome() {
      return node.encoder.heardOver(transport).stream()
          .filter(Welcome.class::isInstance)
          .map(it -> ((Welcome) it).content())
          .findFirst()
          .orElseThrow();
    }

    /** The number that the welcome gave. */
    long id() {
      return welcome().userId();
    }

    /** The token that the welcome gave. */
    String token() {
      return Objects.requireNonNull(welcome().resumeToken());
    }

    /** Its connection ends. */
    void end(Disconnect why) {
      node.reception.dismiss(client, why);
    }
  }

  /** Somebody who has just come, in that way. */
  Guest enter(Entrance entrance) {
    return new Guest(Protocol.PLAIN, entrance);
  }

  /** A connection of {@code chat.v1} that came in that way and says hello. */
  Guest hello(Entrance entrance, Hello hello) {
    Guest guest = new Guest(Protocol.CHAT_V1, entrance);
    guest.say(hello);
    return guest;
  }

  /**
   * Somebody of {@code chat.v1} who has an account with that role, and has heard of nothing since.
   */
  Guest official(String name, Role role) {
    String password = "correct horse";
    Guest guest = hello((String) null);
    guest.say(new ClientMessage.Register(name, password, null, null));
    memory.accounts().setRole(guest.id(), role, any -> true, Receipts.appointed());
    guest.end(Disconnect.PEER_LEFT);
    Guest back = hello(new Hello(null, null, null, null, name, password, null, null));
    back.heard();
    return back;
  }

  /** Somebody who has just come. */
  Guest enter() {
    return new Guest(Protocol.PLAIN, Entrance.open());
  }

  /** Somebody who has been greeted, and has heard of nothing since. */
  Guest settled() {
    Guest guest = enter();
    guest.heard();
    return guest;
  }

  /** A connection of {@code chat.v1} on which nothing has been said. */
  Guest connect() {
    return new Guest(Protocol.CHAT_V1, Entrance.open());
  }

  /** Somebody who has just said hello. */
  Guest hello(Hello hello) {
    Guest guest = connect();
    guest.say(hello);
    return guest;
  }

  /** Somebody who has just said hello, with a name or with none. */
  Guest hello(@Nullable String name) {
    return hello(new Hello(null, name, null, null, null, null, null, null));
  }

  /** Somebody who comes back, and has seen so much of the room. */
  Guest resume(String token, long seq) {
    return hello(new Hello(null, null, Map.of("general", seq), token, null, null, null, null));
  }
}
