package chatroom.bench;

import java.util.function.LongConsumer;

/**
 * Says when each message of a fixed rate is due, whatever the server does: one that could not be
 * sent in time is late by what it waited.
 *
 * <p>Thread safety: for the loop's thread, but for {@link #due} and {@link #isDone}.
 */
final class FixedRate implements Loop.Pulse {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long beginNanos;
  private final double gapNanos;
  private final long count;
  private final LongConsumer publish;
  private long begun;
  private volatile boolean done;

  /**
   * @param beginNanos when the first is due
   * @param perSecond the rate
   * @param count how many there will be
   * @param publish sends one, given when it was due
   */
  FixedRate(long beginNanos, int perSecond, long count, LongConsumer publish) {
    this.beginNanos = beginNanos;
    this.gapNanos = NANOS_PER_SECOND / perSecond;
    this.count = count;
    this.publish = publish;
  }

  @Override
  public void beat(long now) {
    while (begun < count && due(begun) <= now) {
      publish.accept(due(begun));
      begun++;
    }
    done = begun == count;
  }

  /** When the message of that number is due. */
  long due(long number) {
    return beginNanos + (long) (number * gapNanos);
  }

  /** Whether all were sent. */
  boolean isDone() {
    return done;
  }
}
