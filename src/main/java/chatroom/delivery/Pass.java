package chatroom.delivery;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One batch on its way to all who subscribed, one after the other. Whoever brings it may wait for
 * each send, and if a peer holds them up, another goes on from the next one.
 *
 * <p>A count says how far it is: odd while a send is waited for. Who is held up loses the count to
 * who goes on, and so learns of it when the send is over. No clock is read for that.
 *
 * <p>Thread safety: {@link #run} is for one thread at a time; {@link #count}, {@link #isHeldUpAt},
 * {@link #stopWaiting} and {@link #takeOver} for any.
 */
final class Pass {
  /** Somebody who is told, and how far they have come. */
  record Reader(Client client, Subscription subscription) {}

  private final Batch batch;
  private final List<Reader> readers;
  private final AtomicLong count = new AtomicLong();

  private volatile boolean waits;
  private volatile boolean hasSubstitute;

  // Written before the count is, and read after it.
  private int next;
  private Thread bringer = Thread.currentThread();

  /**
   * @param waits whether each send is waited for; a substitute is kept then
   */
  Pass(Batch batch, List<Reader> readers, boolean waits) {
    this.batch = batch;
    this.readers = readers;
    this.waits = waits;
    this.hasSubstitute = waits;
  }

  /**
   * Brings the batch to those whom it has not been brought to.
   *
   * @return false if another has taken over meanwhile
   */
  boolean run() {
    bringer = Thread.currentThread();
    while (next < readers.size()) {
      Reader reader = readers.get(next++);
      if (!reader.client().deliver(reader.subscription(), batch, this)) {
        return false;
      }
    }
    return true;
  }

  /** Whether each send is waited for. */
  boolean waits() {
    return waits;
  }

  /** Waits for no send that has not begun. */
  void stopWaiting() {
    waits = false;
  }

  /** Whether a substitute is kept for whoever brings it, and was not needed. */
  boolean hasSubstitute() {
    return hasSubstitute;
  }

  /** A send begins that is waited for. */
  void begin() {
    count.lazySet(count.getPlain() + 1);
  }

  /** That send is over; false if another has taken over meanwhile. */
  boolean end() {
    long now = count.getPlain();
    return (now & 1) != 0 && count.compareAndSet(now, now + 1);
  }

  /** How far it is; odd while a send is waited for. */
  long count() {
    return count.get();
  }

  /** Whether it has been waiting since the count was that, and not only for the processor. */
  boolean isHeldUpAt(long then) {
    if ((then & 1) == 0 || count.get() != then) {
      return false;
    }
    Thread.State state = bringer.getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  /**
   * Lets another thread go on with the next reader, and not wait for sends; what was {@linkplain
   * #isHeldUpAt seen} before may have come to an end meanwhile.
   *
   * @return false if it did
   */
  boolean takeOver(long then) {
    if (!count.compareAndSet(then, then + 1)) {
      return false;
    }
    hasSubstitute = false;
    waits = false;
    return true;
  }
}
