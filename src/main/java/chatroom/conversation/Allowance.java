package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Rejection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each of many may do something: so often at once, and once in a while from then on.
 *
 * <p>Bounds: {@value #MOST_KNOWN} are known; beyond them the one who did it longest ago is
 * forgotten.
 *
 * <p>Thread safety: confined to the lane.
 */
final class Allowance {
  private static final int MOST_KNOWN = 10_000;

  private final int atOnce;
  private final long eachNanos;
  private final LongSupplier nanoTime;

  /** When all that somebody has taken will have come back, in nanoseconds. */
  private final Map<Long, Long> fullAt =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /**
   * @param each how long it takes until one more may be taken
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  Allowance(int atOnce, Duration each, LongSupplier nanoTime) {
    this.atOnce = atOnce;
    this.eachNanos = each.toNanos();
    this.nanoTime = nanoTime;
  }

  /**
   * Takes one.
   *
   * @throws Rejection {@link Code#RATE_LIMITED} with when there is one again
   */
  void take(long who) throws Rejection {
    long now = nanoTime.getAsLong();
    Long before = fullAt.remove(who);
    long full = before == null || before - now < 0 ? now : before;
    long over = full + eachNanos - now - atOnce * eachNanos;
    fullAt.put(who, over > 0 ? full : full + eachNanos);
    if (over > 0) {
      throw Rejection.retryAfter(Code.RATE_LIMITED, Duration.ofNanos(over));
    }
  }
}
