package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.delivery.Protocol;
import chatroom.wire.RoomChange.RoomsChanged;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Tells {@code chat.v1} clients that the list of rooms that everybody may see is another, and not
 * what has changed: of a room nothing is told to who is not in it, but to who asks. It is told once
 * in {@link #REST} at most, or somebody who archives a room over and over would have everybody ask
 * all the time.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class ListingNews {
  /** From a change to when it is told, so that changes that come together are told together. */
  static final Duration SOON = Duration.ofMillis(200);

  /** From one telling to the next, at least, for every {@value #CLIENTS} clients that are told. */
  static final Duration REST = Duration.ofSeconds(5);

  /** All who are told may ask, and what they ask takes time. */
  static final int CLIENTS = 200;

  private final Seats seats;
  private final Timer timer;
  private final InstantSource clock;
  private final Executor senders;

  private boolean isOwed;
  private boolean isWaiting;

  /**
   * @param senders runs what has a send for each client, which is too much for the lane
   */
  public ListingNews(Seats seats, Timer timer, InstantSource clock, Executor senders) {
    this.seats = seats;
    this.timer = timer;
    this.clock = clock;
    this.senders = senders;
  }

  /** A room that everybody may see is there from now on, or is not what it was. */
  void changed() {
    isOwed = true;
    if (!isWaiting) {
      await(SOON);
    }
  }

  private void await(Duration wait) {
    isWaiting = true;
    timer.after(wait, this::waited);
  }

  private void waited() {
    isWaiting = false;
    if (isOwed) {
      isOwed = false;
      List<Client> told = seats.clients(Protocol.CHAT_V1);
      tell(told);
      await(REST.multipliedBy(Math.max(1, told.size() / CLIENTS)));
    }
  }

  private void tell(List<Client> told) {
    RoomsChanged news = new RoomsChanged(clock.instant().getEpochSecond());
    senders.execute(() -> told.forEach(client -> client.sendPassing(news)));
  }
}
