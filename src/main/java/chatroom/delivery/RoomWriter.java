package chatroom.delivery;

import chatroom.delivery.Feed.Entry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Brings what one feed tells to all who subscribed, and what has gathered meanwhile to each of them
 * in one go. No peer that takes nothing in holds it up for long, or another peer at all after that.
 *
 * <p>It waits for each send, which costs half of one that is not waited for. When a peer holds it
 * up, the {@link Watchdog} has another thread go on, and for a second nothing is waited for: all
 * the others who take nothing in are found in that second, and not one by one.
 *
 * <p>Thread safety: safe for use by any thread; one at a time writes.
 */
final class RoomWriter implements Watchdog.Watched {
  private static final Duration CAUTION = Duration.ofSeconds(1);

  /** As many entries leave at once, however short ago the last ones left. */
  private static final int CROWD = 32;

  /** So many bytes may be told that have not been written; it takes some seconds to come so far. */
  static final long MAX_BEHIND_BYTES = 8 * 1024 * 1024;

  /** After so many passes the thread goes back, so that no room starves the others. */
  private static final int TURN = 8;

  /**
   * Fewer steps than that from one look to the next, two for each send, and sends take longer than
   * 0.2 ms each. Payara waits in most of them, and they take some 60 µs each.
   */
  private static final long STEPS_OF_SLOW_SENDS = 2 * 200;

  private enum State {
    /** Nothing is told. */
    IDLE,
    /** What is told gathers for a moment. */
    GATHERING,
    /** A thread writes, or will soon. */
    WRITING
  }

  private final Feed feed;
  private final Readers readers;
  private final WriterTerms terms;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

  /** Written by whoever writes. */
  private volatile Entry written;

  /** Of whoever writes, handed on with the state. */
  private long passBegan;

  /** The one under way, for the watchdog to look at. */
  private volatile @Nullable Pass pass;

  private volatile long cautiousUntil;

  // Of the watchdog.
  private @Nullable Pass seenPass;
  private long seenCount;
  private boolean seenHeldUp;

  RoomWriter(Feed feed, Readers readers, WriterTerms terms) {
    this.feed = feed;
    this.readers = readers;
    this.terms = terms;
    this.written = feed.end();
    this.cautiousUntil = now();
    this.passBegan = cautiousUntil - terms.gatherNanos();
  }

  /** The feed tells something new. */
  void wake() {
    if (state.compareAndSet(State.IDLE, State.GATHERING)) {
      gather();
    } else if (state.get() == State.GATHERING && isCrowded()) {
      write();
    }
  }

  private void gather() {
    long left = nanosToGather();
    if (left <= 0) {
      write();
    } else {
      terms.writers().after(Duration.ofNanos(left), this::write);
    }
  }

  /** For how long what is told now should wait for more; 0 or less if it should not. */
  private long nanosToGather() {
    return isCrowded() ? 0 : passBegan + terms.gatherNanos() - now();
  }

  /** Whether so much is told that has not been written that no more should be. */
  boolean isBehind() {
    return feed.end().lastingBytesAfter(written) > MAX_BEHIND_BYTES;
  }

  private boolean isCrowded() {
    return feed.end().entriesAfter(written) >= CROWD;
  }

  private void write() {
    if (state.compareAndSet(State.GATHERING, State.WRITING)) {
      terms.writers().execute(this::writeOn);
    }
  }

  /** Writes until all is written or gathers, or others have to have their turn. */
  private void writeOn() {
    terms.watchdog().watch(this);
    for (int passes = 0; passes < TURN; passes++) {
      Batch batch = Batch.after(written, Dispatch.MAX_PARCEL_BYTES);
      if (batch == null) {
        rest();
        return;
      }
      if (passes > 0 && nanosToGather() > 0) {
        state.set(State.GATHERING);
        gather();
        return;
      }
      if (!bring(begin(batch))) {
        return;
      }
    }
    terms.writers().execute(this::writeOn);
  }

  private Pass begin(Batch batch) {
    written = batch.to();
    passBegan = now();
    boolean waits = passBegan - cautiousUntil >= 0 && terms.writers().reserve();
    Pass begun = new Pass(batch, readers.all(), waits);
    pass = begun;
    return begun;
  }

  /** Brings the batch to the rest of the readers; false if another thread does. */
  private boolean bring(Pass present) {
    if (!present.run()) {
      terms.writers().release();
      terms.writers().unreserve();
      return false;
    }
    if (present.hasSubstitute()) {
      terms.writers().unreserve();
    }
    pass = null;
    return true;
  }

  private void rest() {
    Entry last = written;
    state.set(State.IDLE);
    if (feed.end().isAfter(last)) {
      wake();
    }
  }

  @Override
  public boolean look() {
    Pass present = pass;
    if (present == null) {
      seenPass = null;
      return false;
    }
    long count = present.count();
    boolean heldUp = present.isHeldUpAt(count);
    if (present == seenPass && heldUp) {
      if (count == seenCount) {
        free(present, count);
      } else if (seenHeldUp && count - seenCount < STEPS_OF_SLOW_SENDS) {
        hurry(present);
      }
    }
    seenPass = present;
    seenCount = count;
    seenHeldUp = heldUp;
    return true;
  }

  private void free(Pass heldUp, long count) {
    Writers writers = terms.writers();
    writers.substitute();
    if (heldUp.takeOver(count)) {
      cautiousUntil = now() + CAUTION.toNanos();
      writers.execute(
          () -> {
            if (bring(heldUp)) {
              writeOn();
            }
          });
    } else {
      writers.release();
    }
  }

  /** It waits again and again: many who take things in slowly hold it up together. */
  private void hurry(Pass slow) {
    slow.stopWaiting();
    cautiousUntil = now() + CAUTION.toNanos();
  }

  private long now() {
    return terms.nanoTime().getAsLong();
  }
}
