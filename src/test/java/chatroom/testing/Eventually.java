package chatroom.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits no longer than a bound, and no longer than it takes. */
public final class Eventually {
  /** How long anything may take before a test calls it missing; generous, for a loaded machine. */
  public static final Duration BOUND = Duration.ofSeconds(15);

  private static final long BETWEEN_LOOKS_NANOS = Duration.ofMillis(5).toNanos();

  private Eventually() {}

  /**
   * Returns once {@code condition} holds; an {@link AssertionError} if it does not within the
   * bound.
   */
  public static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + BOUND.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + BOUND.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }
}
