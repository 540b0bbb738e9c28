package chatroom.stress;

import chatroom.delivery.Disconnect;
import chatroom.delivery.Parcel;
import chatroom.delivery.Transport;
import chatroom.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that takes some messages at once, some a little later on another thread, and now and
 * then one so late that whoever waits for it is held up; perhaps it breaks some day.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class MoodyTransport implements Transport {
  private static final int RARELY = 300;
  private static final long SHORT_NANOS = 50_000;
  private static final long LONG_NANOS = Duration.ofMillis(130).toNanos();

  private final ScheduledExecutorService completing;
  private final int breaksAfter;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicBoolean overlapped = new AtomicBoolean();
  private final Queue<String> taken = new ConcurrentLinkedQueue<>();
  private final Queue<Disconnect> closed = new ConcurrentLinkedQueue<>();
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicInteger frames = new AtomicInteger();
  private volatile boolean calm;

  /**
   * @param completing completes sends that nobody waits for
   * @param breaksAfter how many messages it takes before it breaks
   */
  MoodyTransport(ScheduledExecutorService completing, int breaksAfter) {
    this.completing = completing;
    this.breaksAfter = breaksAfter;
  }

  @Override
  public boolean completesWhenSent() {
    return true;
  }

  private long delayNanos() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    if (calm || random.nextInt(4) > 0) {
      return 0;
    }
    return random.nextInt(RARELY) == 0 ? LONG_NANOS : SHORT_NANOS;
  }

  @Override
  public void send(Parcel parcel, Completion completion) {
    begin();
    long delay = delayNanos();
    if (delay == 0) {
      complete(parcel, completion);
    } else {
      var unused =
          completing.schedule(() -> complete(parcel, completion), delay, TimeUnit.NANOSECONDS);
    }
  }

  private void complete(Parcel parcel, Completion completion) {
    completion.done(end(parcel) ? null : new IOException("broken"));
  }

  @Override
  public boolean sendAndWait(Parcel parcel) throws IOException {
    begin();
    long delay = delayNanos();
    if (delay > 0) {
      await(delay);
    }
    if (!end(parcel)) {
      throw new IOException("broken");
    }
    return true;
  }

  /** As a socket's writer does whose peer reads nothing. */
  private static void await(long nanos) {
    try {
      if (new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS)) {
        throw new AssertionError("nobody counts");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("no writer is interrupted", e);
    }
  }

  private void begin() {
    if (underWay.incrementAndGet() != 1) {
      overlapped.set(true);
    }
  }

  private boolean end(Parcel parcel) {
    boolean whole = messages.incrementAndGet() <= breaksAfter;
    if (whole) {
      parcel.frames().stream().map(Frame::text).forEach(taken::add);
      frames.addAndGet(parcel.frames().size());
    }
    underWay.decrementAndGet();
    return whole;
  }

  @Override
  public void ping(long mark) {
    begin();
    underWay.decrementAndGet();
  }

  @Override
  public void close(Disconnect why) {
    closed.add(why);
  }

  /** Takes everything at once from now on. */
  void calmDown() {
    calm = true;
  }

  /** All that it took, in order. */
  List<String> taken() {
    return List.copyOf(taken);
  }

  /** How many it took. */
  int howMany() {
    return frames.get();
  }

  /** Whether two sends ever were under way at once. */
  boolean hasOverlapped() {
    return overlapped.get();
  }

  /** Whether a send is under way. */
  boolean isBusy() {
    return underWay.get() > 0;
  }

  /** Whether it has broken, or will with the next message. */
  boolean isBroken() {
    return messages.get() > breaksAfter;
  }
}
