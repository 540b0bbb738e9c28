package chatroom.delivery;

import chatroom.delivery.Pass.Reader;
import chatroom.room.RoomEvent;
import chatroom.room.RoomListener;
import chatroom.wire.RoomMessage;
import chatroom.wire.ServerMessage;
import chatroom.wire.Signal;
import java.time.InstantSource;
import java.util.Set;

/**
 * Tells one room's clients its events, each encoded once for all: in the room's {@link Feed}, from
 * where a {@link RoomWriter} brings it to them.
 *
 * <p>Thread safety: confined to the room's lane.
 */
public final class Broadcaster implements RoomListener {
  private final FrameEncoder encoder;
  private final InstantSource clock;
  private final Feed feed = new Feed();
  private final Readers readers = new Readers();
  private final RoomWriter writer;

  /**
   * @param clock dates what is not stored
   * @param terms how it is written to clients
   */
  public Broadcaster(FrameEncoder encoder, InstantSource clock, WriterTerms terms) {
    this.encoder = encoder;
    this.clock = clock;
    this.writer = new RoomWriter(feed, readers, terms);
  }

  /** Tells the client of a user from now on, who may have others; it is not told yet. */
  public void subscribe(long userId, Client client) {
    readers.add(new Reader(client, client.subscribe(feed, userId)));
  }

  /** Tells a client nothing more. */
  public void unsubscribe(Client client) {
    Reader gone = readers.remove(client);
    if (gone != null) {
      client.unsubscribe(gone.subscription());
    }
  }

  /**
   * Whether more has been told than can be brought to the clients in good time: until that is done,
   * nothing more should be said.
   */
  public boolean isBehind() {
    return writer.isBehind();
  }

  @Override
  public void published(RoomEvent event) {
    publish(
        ServerMessage.of(event, clock.instant().getEpochSecond()),
        event.about(),
        Audience.EVERYONE);
  }

  /**
   * Tells a message.
   *
   * @param exceptUserId whom it is not told; 0 for none
   */
  public void publish(ServerMessage message, long exceptUserId, Audience audience) {
    publish(message, exceptUserId == 0 ? Set.of() : Set.of(exceptUserId), audience);
  }

  /**
   * Tells a message.
   *
   * @param except the users whom it is not told; unmodifiable
   */
  public void publish(ServerMessage message, Set<Long> except, Audience audience) {
    if (readers.include(audience, except)) {
      feed.append(encoder.frame(message), except, audience, isLasting(message));
      writer.wake();
    }
  }

  /** Who is there is told anew to whom it was not told; what was said is not. */
  private static boolean isLasting(ServerMessage message) {
    return !(message instanceof RoomMessage.Join
        || message instanceof RoomMessage.Leave
        || message instanceof RoomMessage.UserRenamed
        || message instanceof RoomMessage.Movement
        || message instanceof RoomMessage.Users
        || message instanceof Signal);
  }
}
