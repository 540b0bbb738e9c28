package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.delivery.PeerAddress;
import chatroom.delivery.PrivateDelivery;
import chatroom.delivery.Protocol;
import chatroom.room.Directory;
import chatroom.room.Notes.Kept;
import chatroom.room.Participant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is here. Whoever loses their last connection and may come back is held for a while: the
 * others are told nothing, and what the lost one still does harms no later one.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class Seats {
  private static final Logger log = LoggerFactory.getLogger(Seats.class);

  private final Directory directory;
  private final PrivateDelivery privateDelivery;
  private final Timer timer;
  private final Limits limits;
  private final LongSupplier nanoTime;
  private final IgnoreLists ignoreLists;
  private final DepartedGuests departed;
  private final Map<Long, Seat> seats = new HashMap<>();
  private int held;

  /**
   * @param nanoTime a clock in nanoseconds that never goes back
   * @param limits for how long a user without a connection is held, and as many at once as there
   *     may be clients; beyond that they leave as if for good
   * @param ignoreLists of those who are here; nobody's yet
   */
  public Seats(
      Directory directory,
      PrivateDelivery privateDelivery,
      Timer timer,
      LongSupplier nanoTime,
      Limits limits,
      IgnoreLists ignoreLists) {
    this.directory = directory;
    this.privateDelivery = privateDelivery;
    this.timer = timer;
    this.nanoTime = nanoTime;
    this.ignoreLists = ignoreLists;
    this.departed = new DepartedGuests(nanoTime);
    this.limits = limits;
  }

  /** Whom those who are here ignore. */
  IgnoreLists ignoreLists() {
    return ignoreLists;
  }

  /** The place of a user who is here or held. */
  Optional<Seat> of(long userId) {
    return Optional.ofNullable(seats.get(userId));
  }

  /** Guests who have gone of late. */
  DepartedGuests departed() {
    return departed;
  }

  /** From where a user came, who may be a guest that has gone; empty if that is not known. */
  Optional<PeerAddress> cameFrom(long userId) {
    return of(userId)
        .map(Seat::cameFrom)
        .orElseGet(() -> departed.find(userId).map(DepartedGuests.Departed::from));
  }

  /** The places of all who are here or held. */
  Stream<Seat> all() {
    return seats.values().stream();
  }

  /** The connections that there are now and that speak like that. */
  List<Client> clients(Protocol protocol) {
    return seats.values().stream()
        .flatMap(seat -> seat.lines().stream())
        .filter(client -> client.protocol() == protocol)
        .toList();
  }

  /**
   * Lets in who is not here; into no room yet.
   *
   * @param returns whether the user will be known on return
   * @param kept what the user keeps
   * @param rate how often the user may do something, by whatever connection
   */
  Seat enter(Participant who, boolean returns, Kept kept, RateLimit rate, Client client) {
    Seat seat = new Seat(who, returns, kept.marks(), new Typing(timer, nanoTime), rate);
    seats.put(who.id(), seat);
    ignoreLists.enter(who.id(), kept.ignored());
    directory.appear(who.id());
    connect(seat, client);
    return seat;
  }

  /** From now on a user is here by that connection, a guest by no other. */
  void connect(Seat seat, Client client) {
    if (!seat.isRegistered()) {
      seat.lines().forEach(line -> replace(seat, line));
    }
    if (seat.isHeld()) {
      held--;
    }
    seat.connect(client);
    long userId = seat.who().id();
    seat.rooms().forEach(room -> room.connect(userId, client));
    privateDelivery.subscribe(userId, client);
  }

  private void replace(Seat seat, Client before) {
    detach(seat, before);
    before.end(Disconnect.REPLACED);
  }

  private void detach(Seat seat, Client line) {
    seat.disconnect(line);
    seat.rooms().forEach(room -> room.disconnect(line));
    privateDelivery.unsubscribe(seat.who().id(), line);
  }

  /** The connection is another user's from now on. */
  void leave(Seat seat, Client client) {
    disconnected(seat, client, Disconnect.PEER_LEFT);
  }

  /** Those who are here and have no account. */
  List<Seat> guests() {
    return seats.values().stream().filter(seat -> !seat.isRegistered()).toList();
  }

  /** The user is here no more, by no connection; these are for the caller to end. */
  void expel(Seat seat) {
    seat.lines().forEach(line -> detach(seat, line));
    if (seat.isHeld()) {
      held--;
    }
    seat.typing().end();
    vacate(seat, Disconnect.EXPELLED);
  }

  /** A connection is over; nothing happens if it was none of the user's any more. */
  void disconnected(Seat seat, Client client, Disconnect why) {
    if (!seat.isOf(client)) {
      return;
    }
    detach(seat, client);
    if (!seat.lines().isEmpty()) {
      return;
    }
    seat.typing().end();
    boolean mayReturn = seat.returns() && client.protocol() == Protocol.CHAT_V1;
    if (mayReturn && why.mayResume() && held < limits.maxClients()) {
      held++;
      int time = seat.hold();
      log.info("{} is held: {}", seat, why.reason());
      timer.after(limits.resumeWindow(), () -> expire(seat, time, why));
    } else {
      vacate(seat, why);
    }
  }

  private void expire(Seat seat, int time, Disconnect why) {
    if (seat.isHeldSince(time)) {
      held--;
      vacate(seat, why);
    }
  }

  private void vacate(Seat seat, Disconnect why) {
    long userId = seat.who().id();
    log.info("{} left: {}", seat, why.reason());
    if (!seat.isRegistered()) {
      seat.cameFrom().ifPresent(from -> departed.left(seat.who(), from));
    }
    List<OpenRoom> rooms = seat.rooms();
    seat.vacate();
    seats.remove(userId);
    ignoreLists.leave(userId);
    Runnable told = directory.depart(userId);
    rooms.forEach(room -> room.leave(userId, List.of()));
    told.run();
  }
}
