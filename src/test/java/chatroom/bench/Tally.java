package chatroom.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * What the clients of one thread have received.
 *
 * <p>Thread safety: that thread counts; any thread reads.
 */
final class Tally {
  private static final int DIGITS = 3;
  private static final long NANOS_PER_MICRO = 1_000;

  private final Ledger ledger;
  private final boolean sampled;
  private final int[] members;
  private final int[] arrived = new int[Ledger.SLOTS];
  private final AtomicLong deliveries = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final SingleWriterRecorder latency = new SingleWriterRecorder(DIGITS);

  /**
   * Nothing yet.
   *
   * @param rooms how many there are
   * @param sampled whether only the first message of each frame, its oldest, is asked how late it
   *     is
   */
  Tally(Ledger ledger, int rooms, boolean sampled) {
    this.ledger = ledger;
    this.sampled = sampled;
    this.members = new int[rooms];
  }

  /** Somebody more gets every message of that room; before the first is sent. */
  void expect(int room, int more) {
    members[room] += more;
  }

  /** How many get a message of that room. */
  int members(int room) {
    return members[room];
  }

  /** A client has got a message; says whether with it everybody has. */
  boolean delivered(int number, int room, long now, boolean first) {
    deliveries.lazySet(deliveries.getPlain() + 1);
    if (first || !sampled) {
      latency.recordValue(Math.max(0, now - ledger.due(number)) / NANOS_PER_MICRO);
    }
    int slot = Ledger.slot(number);
    if (++arrived[slot] < members[room]) {
      return false;
    }
    arrived[slot] = 0;
    return ledger.complete(number);
  }

  void read(int count) {
    bytes.lazySet(bytes.getPlain() + count);
  }

  long deliveries() {
    return deliveries.get();
  }

  long bytes() {
    return bytes.get();
  }

  /** How late the messages were, in microseconds, since this was last asked. */
  Histogram latency() {
    return latency.getIntervalHistogram();
  }
}
