package chatroom.bench;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells when what is counted has not moved for so long that it never will.
 *
 * <p>Thread safety: for one thread.
 */
final class Progress {
  private final LongSupplier counter;
  private final long patienceNanos;
  private long count;
  private long since = System.nanoTime();

  Progress(LongSupplier counter, long patienceSeconds) {
    this.counter = counter;
    this.patienceNanos = TimeUnit.SECONDS.toNanos(patienceSeconds);
    this.count = counter.getAsLong();
  }

  /** To be asked over and over. */
  boolean hasStopped() {
    long now = System.nanoTime();
    long present = counter.getAsLong();
    if (present != count) {
      count = present;
      since = now;
    }
    return now - since > patienceNanos;
  }
}
