package chatroom.delivery;

import chatroom.room.RoomEvent;
import chatroom.room.RoomListener;
import chatroom.wire.Frame;
import chatroom.wire.ServerMessage;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the clients of one room what happens there: one message, one frame, every outbox of those
 * it is for. Of an event the user it is about is not told.
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
    publish(
        ServerMessage.of(event, clock.instant().getEpochSecond()),
        event.about(),
        Audience.EVERYONE);
  }

  /**
   * Tells something to those it is for.
   *
   * @param exceptUserId who is not told in any case; 0 is nobody
   */
  public void publish(ServerMessage message, long exceptUserId, Audience audience) {
    Frame frame = null;
    for (Map.Entry<Long, Client> each : clients.entrySet()) {
      if (each.getKey() != exceptUserId && audience.includes(each.getValue().protocol())) {
        frame = made(frame, message);
        each.getValue().send(frame);
      }
    }
  }

  /** Once, and not for nobody. */
  private Frame made(@Nullable Frame frame, ServerMessage message) {
    return frame == null ? encoder.frame(message) : frame;
  }
}
