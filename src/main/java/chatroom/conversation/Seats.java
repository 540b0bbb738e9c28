package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.delivery.Broadcaster;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.delivery.PrivateDelivery;
import chatroom.room.Directory;
import chatroom.room.Participant;
import chatroom.room.Room;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is here, each with at most one connection. Whoever loses theirs and may come back is held for
 * a while: the others are told nothing, and what the lost one still does harms no later one.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class Seats {
  private static final Logger log = LoggerFactory.getLogger(Seats.class);

  private final Directory directory;
  private final Room general;
  private final Broadcaster generalClients;
  private final PrivateDelivery privateDelivery;
  private final Timer timer;
  private final Limits limits;
  private final Map<Long, Seat> seats = new HashMap<>();
  private int held;

  /**
   * @param generalClients who hears of {@code general} here
   * @param limits for how long a user without a connection is held, and as many at once as there
   *     may be clients; beyond that they leave as if for good
   */
  public Seats(
      Directory directory,
      Room general,
      Broadcaster generalClients,
      PrivateDelivery privateDelivery,
      Timer timer,
      Limits limits) {
    this.directory = directory;
    this.general = general;
    this.generalClients = generalClients;
    this.privateDelivery = privateDelivery;
    this.timer = timer;
    this.limits = limits;
  }

  /** The place of a user who is here or held. */
  Optional<Seat> of(long userId) {
    return Optional.ofNullable(seats.get(userId));
  }

  /**
   * Lets in who is not here, and tells the others.
   *
   * @param token what the user is known by on return; empty for one who will not return
   * @param seated runs before the others are told; nothing is missed from there on
   */
  void enter(Participant who, Optional<ResumeToken> token, Client client, Consumer<Seat> seated) {
    Seat seat = new Seat(who, token);
    seats.put(who.id(), seat);
    directory.appear(who.id());
    general.enter(
        who,
        members -> {
          connect(seat, client);
          seated.accept(seat);
        });
  }

  /** From now on a user is here by that connection and by no other. */
  void connect(Seat seat, Client client) {
    seat.client().ifPresent(before -> before.end(Disconnect.REPLACED));
    if (seat.isHeld()) {
      held--;
    }
    seat.connect(client);
    generalClients.subscribe(seat.who().id(), client);
    privateDelivery.subscribe(seat.who().id(), client);
  }

  /** A connection is over; nothing happens if the user has another one. */
  void disconnected(Seat seat, Client client, Disconnect why) {
    if (!seat.isOf(client)) {
      return;
    }
    generalClients.unsubscribe(seat.who().id());
    privateDelivery.unsubscribe(seat.who().id());
    if (seat.token().isPresent() && why.mayResume() && held < limits.maxClients()) {
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
    seat.vacate();
    seats.remove(userId);
    Runnable told = directory.depart(userId);
    general.leave(userId);
    told.run();
  }
}
