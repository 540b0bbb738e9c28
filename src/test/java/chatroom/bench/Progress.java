package chatroom.bench;

import java.util.concurrent.TimeUnit;

/**
 * Tells when nothing has been delivered for so long that nothing will.
 *
 * <p>Thread safety: for one thread.
 */
final class Progress {
  private final Crowd crowd;
  private final long patienceNanos;
  private long deliveries;
  private long since = System.nanoTime();

  Progress(Crowd crowd, long patienceSeconds) {
    this.crowd = crowd;
    this.patienceNanos = TimeUnit.SECONDS.toNanos(patienceSeconds);
    this.deliveries = crowd.deliveries();
  }

  /** To be asked over and over. */
  boolean hasStopped() {
    long now = System.nanoTime();
    if (crowd.deliveries() != deliveries) {
      deliveries = crowd.deliveries();
      since = now;
    }
    return now - since > patienceNanos;
  }
}
