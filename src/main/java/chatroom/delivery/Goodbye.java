package chatroom.delivery;

import chatroom.wire.SessionMessage.GoingAway;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells every client that the server goes away and when to come back, each another time, so that
 * they do not all come back at once.
 *
 * <p>Thread safety: safe for use by any thread, but {@link #say} is said once.
 */
public final class Goodbye {
  /** The first may come back after this, and one more with every {@link #STEP_MILLIS}. */
  private static final long FIRST_MILLIS = 1_000;

  private static final long STEP_MILLIS = 20;

  private final ClientRegistry registry;
  private final InstantSource clock;
  private final Random random;
  private final Executor inTurn;
  private final AtomicLong nextMillis = new AtomicLong(FIRST_MILLIS);

  /**
   * @param random decides who comes back first
   * @param inTurn runs what is said between two events: nobody is told that the others leave
   */
  public Goodbye(ClientRegistry registry, InstantSource clock, Random random, Executor inTurn) {
    this.registry = registry;
    this.clock = clock;
    this.random = random;
    this.inTurn = inTurn;
  }

  /** What one client is told; the next one is told another time. */
  GoingAway message() {
    long retryAfter = nextMillis.getAndAdd(1 + random.nextLong(2 * STEP_MILLIS));
    return new GoingAway(clock.instant().getEpochSecond(), new GoingAway.Return(retryAfter));
  }

  /** Lets nobody in any more, says goodbye, and waits until all have gone or the time is over. */
  public void say(Duration patience) throws InterruptedException {
    registry.close();
    List<Client> clients = new ArrayList<>(registry.all());
    Collections.shuffle(clients, random);
    CountDownLatch present = new CountDownLatch(clients.size());
    clients.forEach(client -> client.onClose(present::countDown));
    inTurn.execute(
        () -> clients.forEach(client -> client.finish(message(), Disconnect.GOING_AWAY)));
    present.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
