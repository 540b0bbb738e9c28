package chatroom.app;

import chatroom.account.Guesses;
import chatroom.account.PasswordHashing;
import chatroom.account.PasswordHashing.Cost;
import chatroom.account.PrecisNicknames;
import chatroom.account.Registrations;
import chatroom.account.ResumeToken;
import chatroom.config.ChatConfig;
import chatroom.config.Home;
import chatroom.config.Registration;
import chatroom.conversation.AuditTrail;
import chatroom.conversation.Bots;
import chatroom.conversation.Chat;
import chatroom.conversation.Guestbook;
import chatroom.conversation.IgnoreLists;
import chatroom.conversation.Keyring;
import chatroom.conversation.Limits;
import chatroom.conversation.ListingNews;
import chatroom.conversation.Lockdown;
import chatroom.conversation.Logins;
import chatroom.conversation.MessageFinder;
import chatroom.conversation.Notebook;
import chatroom.conversation.OpenRoom;
import chatroom.conversation.OpenRooms;
import chatroom.conversation.Order;
import chatroom.conversation.Oversight;
import chatroom.conversation.Passes;
import chatroom.conversation.PresentAccess;
import chatroom.conversation.RoomBook;
import chatroom.conversation.Searches;
import chatroom.conversation.Seats;
import chatroom.conversation.SignIns;
import chatroom.conversation.SlowMode;
import chatroom.conversation.Timer;
import chatroom.conversation.UnusedRooms;
import chatroom.conversation.Vouching;
import chatroom.delivery.Admission;
import chatroom.delivery.Broadcaster;
import chatroom.delivery.ClientRegistry;
import chatroom.delivery.Departures;
import chatroom.delivery.FrameEncoder;
import chatroom.delivery.Goodbye;
import chatroom.delivery.Heartbeat;
import chatroom.delivery.PrivateDelivery;
import chatroom.delivery.Reception;
import chatroom.delivery.Watchdog;
import chatroom.delivery.WriterTerms;
import chatroom.delivery.Writers;
import chatroom.endpoint.Gate;
import chatroom.endpoint.ServerMessageEncoder;
import chatroom.room.Charters;
import chatroom.room.Directory;
import chatroom.room.Lane;
import chatroom.room.MentionFinder;
import chatroom.room.MessageLog;
import chatroom.room.PrivateChats;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import chatroom.room.RoomTerms;
import chatroom.room.Switches.Switch;
import chatroom.room.Timeline;
import chatroom.storage.OwnDrivers;
import chatroom.storage.Store;
import chatroom.wire.WireCodec;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * One deployed chat: everything it consists of, from its start to its end.
 *
 * <p>Thread safety: {@link #sayGoodbye} and {@link #close} may be called by any thread, more than
 * once.
 */
final class ChatApplication implements AutoCloseable {
  /** How many tasks of a room may wait before posts are refused. */
  private static final int LANE_CAPACITY = 10_000;

  private static final Duration SWEEP_PERIOD = Duration.ofHours(1);
  private static final Duration GOODBYE_PATIENCE = Duration.ofSeconds(8);

  private final Home home;
  private final Store store;
  private final Threads threads;
  private final Goodbye goodbye;
  private final Gate gate;
  private final Optional<UploadSite> uploads;
  private final List<Filter> besideFilters;
  private final FrontDoor frontDoor;
  private final Lock goingAway = new ReentrantLock();

  /** Guarded by {@code goingAway}. */
  private boolean gone;

  /**
   * Starts a chat.
   *
   * @param home what it keeps; closed with it
   */
  ChatApplication(ChatConfig config, Home home, String context) {
    InstantSource clock = Clock.systemUTC();
    LongSupplier nanoTime = System::nanoTime;
    this.home = home;
    this.store = Stores.open(config, home, clock, context);
    List<Charters.Kept> rooms = AtStart.read(store, () -> store.rooms().all());
    var names = AtStart.read(store, () -> store.accounts().names());
    boolean lockedDown = AtStart.read(store, () -> store.switches().isOn(Switch.LOCKDOWN));
    this.uploads = UploadSite.open(config, home, store);
    this.threads = new Threads(context);

    WireCodec codec = new WireCodec();
    FrameEncoder encoder = new ServerMessageEncoder(codec);
    Admission admission = new Admission(config.maxClients(), config.maxClientsPerAddress());
    ClientRegistry clients = new ClientRegistry(admission);
    Departures departures =
        new Departures(clients, threads.departures(), threads.workers().closers());
    // One lane for all: whatever a client does and asks is done and answered in that order.
    Lane lane = new Lane(threads.lanes(), LANE_CAPACITY);
    this.goodbye = new Goodbye(clients, clock, new Random(), lane);
    Reception reception =
        new Reception(
            clients,
            departures,
            encoder,
            clock,
            nanoTime,
            config.queueBytes(),
            threads.workers(),
            goodbye);

    MessageLog log = store.messages();
    Timeline timeline = new Timeline(log.lastId());
    Writers writers = threads.writers();
    WriterTerms terms =
        new WriterTerms(
            writers, new Watchdog(writers), nanoTime, Duration.ofMillis(config.gatheringMillis()));
    PrecisNicknames nicknames = new PrecisNicknames();
    Directory directory = new Directory(nicknames, names);
    IgnoreLists ignoreLists = new IgnoreLists();
    PrivateDelivery privateDelivery = new PrivateDelivery(ignoreLists::ignores);
    Timer timer = (delay, task) -> threads.after(delay, () -> lane.execute(task));
    Limits limits = limits(config, uploads.map(UploadSite::maxBytes).orElse(0L));
    OpenRooms openRooms =
        new OpenRooms(
            config.rooms().names().stream().map(RoomName::new).toList(),
            rooms,
            new RoomRights(
                new RoomTerms(config.rooms().anyoneMakesRooms(), config.rooms().perUser()),
                directory::moderates),
            nicknames.roomNames(),
            new RoomBook(store.rooms(), lane),
            (name, lastSeq) ->
                new OpenRoom(
                    name,
                    lane,
                    log,
                    lastSeq,
                    timeline,
                    new Broadcaster(encoder, clock, terms),
                    timer,
                    clock,
                    config.rooms().rosterLimit()));
    Lockdown lockdown = new Lockdown(store.switches(), lockedDown, lane);
    Order order =
        new Order(lockdown, new SlowMode(openRooms.rights(), lockdown, nanoTime), nanoTime);
    SecureRandom random = new SecureRandom();
    Guesses guesses = new Guesses(nanoTime);
    Guestbook guestbook = new Guestbook(store.guests(), lane, threads.guests(), random);
    SignIns signIns =
        new SignIns(
            store.accounts(),
            new PasswordHashing(threads.hashers(), ResumeToken.fresh(random).text(), Cost.STANDARD),
            guesses,
            new Registrations(nanoTime),
            config.registration() != Registration.CLOSED,
            new Vouching(
                store.vouchers(),
                config.registration() == Registration.INVITATION,
                lane,
                threads.guests(),
                random),
            nicknames,
            lane,
            threads.guests(),
            timer);
    Oversight oversight =
        Overseeing.begin(
            store,
            home,
            directory,
            nicknames,
            lane,
            threads.guests(),
            clock,
            random,
            config.auth().container(),
            config.effective());
    Seats seats = new Seats(directory, privateDelivery, timer, nanoTime, limits, ignoreLists);
    Chat chat =
        new Chat(
            directory,
            openRooms,
            new PrivateChats(lane, log, timeline),
            privateDelivery,
            log,
            new MessageFinder(log, lane, threads.workers().encoders()),
            new MentionFinder(nicknames),
            timeline,
            lane,
            guestbook,
            new Searches(store.search(), threads.searchers(), lane),
            new Notebook(store.notes(), store.unread(), log, lane, threads.guests()),
            seats,
            signIns,
            oversight,
            new AuditTrail(store.audit(), lane, threads.guests()),
            new Passes(store.accounts(), lane, threads.guests()),
            new Logins(store.accounts(), guestbook, directory, lane, threads.guests(), clock),
            order,
            new Keyring(
                store.accessKeys(), store.accounts(), lane, threads.guests(), timer, clock, random),
            new Bots(
                store.accounts(), guestbook, directory, nicknames, lane, threads.guests(), clock),
            new ListingNews(seats, timer, clock, threads.workers().encoders()),
            clients,
            limits,
            timer,
            clock,
            nanoTime,
            clock.instant(),
            store.persistent(),
            config.typing());
    UnusedRooms unused = new UnusedRooms(openRooms, chat.listing(), clock);
    threads.repeat(() -> lane.execute(unused::sweep), SWEEP_PERIOD);
    this.frontDoor = FrontDoor.of(config, random, nanoTime);
    this.gate = frontDoor.gate(chat, reception, admission, codec);
    this.besideFilters =
        BesideSockets.filters(
            store,
            uploads,
            new PresentAccess(openRooms, directory, oversight.discipline()),
            openRooms.rights(),
            new TokenVisitors(
                store.accounts(),
                directory,
                oversight.discipline(),
                frontDoor.logins(),
                frontDoor.source(),
                frontDoor.visits(),
                config.auth().required()),
            lockdown);
    uploads.ifPresent(it -> it.sweep(threads, clock));

    Duration interval = Duration.ofSeconds(config.pingIntervalSeconds());
    Heartbeat heartbeat =
        new Heartbeat(clients, departures, threads.workers().pingers(), nanoTime, interval);
    threads.repeat(heartbeat::beat, heartbeat.period());
  }

  private static Limits limits(ChatConfig config, long uploadBytes) {
    return new Limits(
        config.rateLimitPerSecond(),
        config.historySize(),
        config.maxClients(),
        config.queueBytes(),
        config.maxMessageBytes(),
        uploadBytes,
        Duration.ofSeconds(config.resumeWindowSeconds()),
        Duration.ofSeconds(config.editWindowSeconds()));
  }

  /** What the endpoints work with. */
  Gate gate() {
    return gate;
  }

  /** What requests pass first. */
  FrontDoor frontDoor() {
    return frontDoor;
  }

  /** What answers for uploads, if they can be kept, and for the archive. */
  List<Filter> besideFilters() {
    return besideFilters;
  }

  /**
   * Sends every client away, and waits for a few seconds until all have gone. Whoever calls while
   * this is under way waits, too: a container closes the sockets as soon as it returns.
   */
  void sayGoodbye() {
    goingAway.lock();
    try {
      if (!gone) {
        gone = true;
        goodbye.say(GOODBYE_PATIENCE);
      }
    } catch (InterruptedException e) {
      // Whoever stops the server is in a hurry: the container closes what is left.
      Thread.currentThread().interrupt();
    } finally {
      goingAway.unlock();
    }
  }

  @Override
  public void close() {
    sayGoodbye();
    threads.close();
    store.close();
    uploads.ifPresent(UploadSite::close);
    OwnDrivers.forget();
    OwnArgon2.forget();
    home.close();
  }
}
