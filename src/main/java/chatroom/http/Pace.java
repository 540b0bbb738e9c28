package chatroom.http;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Ends what is too slow: after a while, so many bytes a second must have passed on average.
 *
 * <p>Thread safety: none; for one request.
 */
final class Pace {
  /** What has been too slow. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    private TooSlow() {
      super("too slow");
    }
  }

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final int BYTES_PER_SECOND = 10_240;

  private final LongSupplier nanoTime;
  private final long start;

  /** Begins now. */
  Pace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /**
   * @param bytes that have passed until now
   * @throws TooSlow if they are too few
   */
  void keep(long bytes) throws TooSlow {
    Duration time = Duration.ofNanos(nanoTime.getAsLong() - start).minus(GRACE);
    if (time.toSeconds() > bytes / BYTES_PER_SECOND) {
      throw new TooSlow();
    }
  }
}
