package chatroom.delivery;

import java.util.concurrent.Executor;

/**
 * Sees every client off, exactly once, however many report that it is gone.
 *
 * <p>Whoever notices only enqueues; one thread takes the client out of the registry and tells who
 * has to know. Closing the connection may block and is left to others.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Departures {
  private final ClientRegistry registry;
  private final Executor one;
  private final Executor closers;

  /**
   * @param one runs one task at a time
   * @param closers runs what may block
   */
  public Departures(ClientRegistry registry, Executor one, Executor closers) {
    this.registry = registry;
    this.one = one;
    this.closers = closers;
  }

  /** The client is gone or has to go, for the given reason; the first reason counts. */
  public void depart(Client client, Disconnect why) {
    one.execute(() -> seeOff(client, why));
  }

  private void seeOff(Client client, Disconnect why) {
    if (registry.remove(client)) {
      client.left(why);
    }
    closers.execute(() -> client.closeTransport(why));
  }
}
