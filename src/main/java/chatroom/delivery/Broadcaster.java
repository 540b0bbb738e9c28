package chatroom.delivery;

import chatroom.room.RoomEvent;
import chatroom.room.RoomListener;
import chatroom.wire.Frame;
import chatroom.wire.ServerMessage;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hands one room's events to its clients: one event, one frame, every outbox but that of the user
 * it is about.
 *
 * <p>Thread safety: confined to the room's lane.
 */
public final class Broadcaster implements RoomListener {
  private final FrameEncoder encoder;
  private final InstantSource clock;
  private final Map<Long, Client> clients = new LinkedHashMap<>();

  /**
   * @param clock dates what is not stored
   */
  public Broadcaster(FrameEncoder encoder, InstantSource clock) {
    this.encoder = encoder;
    this.clock = clock;
  }

  /** Adds the client of a user. */
  public void subscribe(long userId, Client client) {
    clients.put(userId, client);
  }

  /** Takes the client of a user out. */
  public void unsubscribe(long userId) {
    clients.remove(userId);
  }

  @Override
  public void published(RoomEvent event) {
    if (clients.isEmpty()) {
      return;
    }
    Frame frame = encoder.frame(ServerMessage.of(event, clock.instant().getEpochSecond()));
    clients.forEach(
        (userId, client) -> {
          if (userId != event.about()) {
            client.send(frame);
          }
        });
  }
}
