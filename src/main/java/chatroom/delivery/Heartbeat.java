package chatroom.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Finds dead peers: pings every client once an interval, and sees off who has been silent for 1.8
 * intervals or has not taken a frame for {@link #SEND_TIMEOUT}.
 *
 * <p>Nobody is seen off for silence before a ping of theirs has waited for its answer, so that a
 * server which was itself held up blames no client.
 *
 * <p>Thread safety: {@link #beat} is for one thread at a time.
 */
public final class Heartbeat {
  /** How long a peer may take to take a frame in. */
  static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);

  /** When a client was last asked. */
  private record Asked(long nanos, boolean pinged) {}

  private final ClientRegistry registry;
  private final Departures departures;
  private final Executor pingers;
  private final LongSupplier nanoTime;
  private final long intervalNanos;
  private final Map<Client, Asked> asked = new ConcurrentHashMap<>();

  /**
   * @param pingers sends pings, which may block
   * @param interval from one ping to the next
   */
  public Heartbeat(
      ClientRegistry registry,
      Departures departures,
      Executor pingers,
      LongSupplier nanoTime,
      Duration interval) {
    this.registry = registry;
    this.departures = departures;
    this.pingers = pingers;
    this.nanoTime = nanoTime;
    this.intervalNanos = interval.toNanos();
  }

  /** How often {@link #beat} is to be called: a fifth of the interval, at most every second. */
  public Duration period() {
    return Duration.ofNanos(Math.min(intervalNanos / 5, Duration.ofSeconds(1).toNanos()));
  }

  /** Looks at every client once. */
  public void beat() {
    asked.keySet().retainAll(registry.all());
    for (Client client : registry.all()) {
      look(client, nanoTime.getAsLong());
    }
  }

  private void look(Client client, long now) {
    Asked last = asked.computeIfAbsent(client, any -> new Asked(now, false));
    if (client.stalledNanos() > SEND_TIMEOUT.toNanos()) {
      departures.depart(client, Disconnect.SLOW_CONSUMER);
    } else if (isSilent(client, last, now)) {
      departures.depart(client, Disconnect.SILENT);
    } else if (now - last.nanos() >= intervalNanos) {
      asked.put(client, new Asked(now, false));
      pingers.execute(() -> ask(client));
    }
  }

  private boolean isSilent(Client client, Asked last, long now) {
    long deadline = intervalNanos * 9 / 5;
    return client.silentNanos() >= deadline
        && last.pinged()
        && now - last.nanos() >= deadline - intervalNanos;
  }

  private void ask(Client client) {
    boolean pinged = client.ping();
    asked.computeIfPresent(client, (any, last) -> new Asked(nanoTime.getAsLong(), pinged));
  }
}
