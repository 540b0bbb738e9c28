package chatroom.conversation;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Allows so many acts a second on average, and a burst of so many at once.
 *
 * <p>Thread safety: none; its rate limit guards it.
 */
final class TokenBucket {
  private final double perNano;
  private final double burst;
  private final LongSupplier nanoTime;
  private double tokens;
  private long filledAt;

  /**
   * @param perSecond how many acts a second; above 0
   * @param burst how many at once
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  TokenBucket(int perSecond, int burst, LongSupplier nanoTime) {
    this.perNano = perSecond / 1e9;
    this.burst = burst;
    this.nanoTime = nanoTime;
    this.tokens = burst;
    this.filledAt = nanoTime.getAsLong();
  }

  /** Takes tokens that were used already; there may be fewer than none then. */
  void charge(long used) {
    tokens -= used;
  }

  /** Takes a token, or says after what time there is one; zero if it was taken. */
  Duration take() {
    long now = nanoTime.getAsLong();
    tokens = Math.min(burst, tokens + (now - filledAt) * perNano);
    filledAt = now;
    if (tokens >= 1) {
      tokens--;
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano));
  }
}
