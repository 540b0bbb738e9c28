package chatroom.conversation;

import chatroom.delivery.Audience;
import chatroom.delivery.Broadcaster;
import chatroom.room.RoomEvent;
import chatroom.room.RoomListener;
import chatroom.room.RoomName;
import chatroom.wire.RoomMessage.Movement;
import chatroom.wire.ServerMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Tells the members of one room what happens there. While more are in it than a list shows, {@code
 * chat.v1} clients are told of those who come and go in numbers, once a second; when it is small
 * enough again, they get a fresh list, and then are told of each again.
 *
 * <p>A list goes out once in ten seconds at most and is owed until then, or somebody who comes and
 * goes at the limit would have it sent to everybody all the time.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Crowd implements RoomListener {
  /** From somebody's coming or going to the {@code presence} that tells of it. */
  static final Duration TICK = Duration.ofSeconds(1);

  /** From one list for everybody to the next, at least. */
  static final Duration REST = Duration.ofSeconds(10);

  private static final long NOBODY = 0;

  private final RoomName room;
  private final Broadcaster clients;
  private final Timer timer;
  private final InstantSource clock;
  private final int limit;
  private final Supplier<ServerMessage> list;

  private boolean crowded;
  private boolean ticking;
  private boolean resting;
  private int joined;
  private int left;
  private int online;

  /**
   * @param limit how many may be in the room and each still be told
   * @param list says who is in the room now
   */
  Crowd(
      RoomName room,
      Broadcaster clients,
      Timer timer,
      InstantSource clock,
      int limit,
      Supplier<ServerMessage> list) {
    this.room = room;
    this.clients = clients;
    this.timer = timer;
    this.clock = clock;
    this.limit = limit;
    this.list = list;
  }

  @Override
  public void published(RoomEvent event) {
    if (event instanceof RoomEvent.Joined came) {
      online = came.online();
      crowded |= online > limit;
      joined += crowded ? 1 : 0;
      tellMovement(event);
    } else if (event instanceof RoomEvent.Left went) {
      online = went.online();
      left += crowded ? 1 : 0;
      tellMovement(event);
    } else {
      clients.published(event);
    }
  }

  private void tellMovement(RoomEvent event) {
    if (!crowded) {
      clients.published(event);
      return;
    }
    clients.publish(ServerMessage.of(event, now()), event.about(), Audience.PLAIN);
    if (!ticking) {
      ticking = true;
      timer.after(TICK, this::tick);
    }
  }

  private void tick() {
    ticking = false;
    Movement.Counts counts = new Movement.Counts(joined, left, online);
    clients.publish(new Movement(now(), room.value(), counts), NOBODY, Audience.CHAT_V1);
    joined = 0;
    left = 0;
    disperse();
  }

  private void disperse() {
    if (crowded && !ticking && !resting && online <= limit) {
      crowded = false;
      resting = true;
      clients.publish(list.get(), NOBODY, Audience.CHAT_V1);
      timer.after(REST, this::rested);
    }
  }

  private void rested() {
    resting = false;
    disperse();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
