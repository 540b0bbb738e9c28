package chatroom.delivery;

import java.time.Duration;

/**
 * Whether one client took so long to take something in, a short while ago, that nobody should wait
 * for it again: it might be one that hardly reads, and would hold up a room every time.
 *
 * <p>Thread safety: none; {@link Dispatch} guards it.
 */
final class Probation {
  /** Who takes so long lags. */
  private static final long LAG_NANOS = Duration.ofMillis(20).toNanos();

  /** For so long after that nobody waits. */
  private static final long NANOS = Duration.ofSeconds(10).toNanos();

  private boolean on;
  private long laggedAt;

  /** Whether it might be on: asked first, so that of most clients no clock is read. */
  boolean isOn() {
    return on;
  }

  /** Whether it is still on. */
  boolean isOn(long now) {
    on = on && now - laggedAt < NANOS;
    return on;
  }

  /** A send has been under way for that long. */
  void sending(long nanos, long now) {
    if (nanos > LAG_NANOS) {
      begin(now);
    }
  }

  /** Somebody waited too long. */
  void begin(long now) {
    on = true;
    laggedAt = now;
  }
}
