package chatroom.account;

import chatroom.room.Code;
import chatroom.room.Rejection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How many accounts may be made from one address: {@value #AT_ONCE} at once and one a minute from
 * then on, so that a whole office can begin on one day and a program cannot take all the names.
 *
 * <p>Bounds: {@value #MOST_KNOWN} addresses; beyond them the one that was used longest ago is
 * forgotten.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Registrations {
  static final int AT_ONCE = 20;

  private static final int MOST_KNOWN = 10_000;
  private static final Duration EACH = Duration.ofMinutes(1);

  private final LongSupplier nanoTime;
  private final Lock lock = new ReentrantLock();

  /**
   * Guarded by {@code lock}: when all that was taken will have come back, in nanoseconds; the one
   * used longest ago first.
   */
  private final Map<String, Long> fullAt =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /**
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  public Registrations(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Takes one for that address.
   *
   * @throws Rejection {@link Code#RATE_LIMITED} with when there is one again
   */
  public void take(String address) throws Rejection {
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      Long before = fullAt.remove(address);
      long full = before == null || before - now < 0 ? now : before;
      long over = full + EACH.toNanos() - now - AT_ONCE * EACH.toNanos();
      fullAt.put(address, over > 0 ? full : full + EACH.toNanos());
      if (over > 0) {
        throw Rejection.retryAfter(Code.RATE_LIMITED, Duration.ofNanos(over));
      }
    } finally {
      lock.unlock();
    }
  }
}
