package chatroom.delivery;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.SessionMessage.Failure;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Makes a client of a connection, if there is a place for it.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Reception {
  private final ClientRegistry registry;
  private final Departures departures;
  private final FrameEncoder encoder;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final long maxQueuedBytes;
  private final Workers workers;
  private final Goodbye goodbye;

  /**
   * @param maxQueuedBytes how many bytes may wait for one client
   * @param goodbye what to say to those who come too late
   */
  public Reception(
      ClientRegistry registry,
      Departures departures,
      FrameEncoder encoder,
      InstantSource clock,
      LongSupplier nanoTime,
      long maxQueuedBytes,
      Workers workers,
      Goodbye goodbye) {
    this.registry = registry;
    this.departures = departures;
    this.encoder = encoder;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.maxQueuedBytes = maxQueuedBytes;
    this.workers = workers;
    this.goodbye = goodbye;
  }

  /**
   * Lets a connection in. Empty if it is full or going away: the peer is told so, and the
   * connection ends.
   *
   * @param address where it comes from
   * @param protocol how it speaks
   */
  public Optional<Client> admit(PeerAddress address, Protocol protocol, Transport transport) {
    Client client =
        new Client(
            address, protocol, transport, encoder, nanoTime, maxQueuedBytes, workers, departures);
    if (registry.add(client)) {
      return Optional.of(client);
    }
    if (registry.isClosed()) {
      client.finish(goodbye.message(), Disconnect.GOING_AWAY);
      return Optional.empty();
    }
    client.finish(
        Failure.of(new Rejection(Code.SERVER_FULL), clock.instant().getEpochSecond()),
        Disconnect.SERVER_FULL);
    return Optional.empty();
  }

  /** The connection of a client is closed; its place is free. */
  public void closed(Client client) {
    registry.release(client);
  }

  /** The client is gone or has to go. */
  public void dismiss(Client client, Disconnect why) {
    departures.depart(client, why);
  }
}
