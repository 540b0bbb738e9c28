package chatroom.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A nanosecond clock that stands still until it is moved; begins below zero, as real ones may. */
public final class ManualNanoTime implements LongSupplier {
  private final AtomicLong now = new AtomicLong(-5_000_000_000L);

  @Override
  public long getAsLong() {
    return now.get();
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
