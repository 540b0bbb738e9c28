package chatroom.storage;

import chatroom.room.Unavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread stores all that waits in one transaction, so that a burst shares a commit and a lone
 * entry waits for nothing; then it tells everybody, in the order of the entries.
 *
 * <p>When the database fails, what waits is refused, and so is what comes until it is tried again,
 * a moment later. If it is not known whether a commit was done, nobody is told anything before it
 * is.
 *
 * <p>Bounds: {@value #MAX_WAITING} entries and {@value #MAX_WAITING_BYTES} bytes may wait; what
 * comes beyond them is refused.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the writing thread, refusals
 * also by the one that offers; no lock is held then.
 */
final class GroupCommitWriter implements AutoCloseable {
  static final int MAX_WAITING = 20_000;
  static final long MAX_WAITING_BYTES = 64L * 1024 * 1024;

  private static final int MAX_BATCH = 2_000;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Logger log = LoggerFactory.getLogger(GroupCommitWriter.class);

  private final Ledger ledger;
  private final Outage outage = new Outage("Messages can be stored", "Messages cannot be stored");
  private final Thread thread;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Guarded by {@code lock}. */
  private final Deque<Entry> waiting = new ArrayDeque<>();

  /** Guarded by {@code lock}. */
  private long waitingBytes;

  /** Guarded by {@code lock}. */
  private boolean away;

  /** Guarded by {@code lock}. */
  private boolean closing;

  /** Confined to the thread. */
  private Duration pause = FIRST_PAUSE;

  /**
   * Starts the thread.
   *
   * @param name of the thread
   */
  GroupCommitWriter(Ledger ledger, String name) {
    this.ledger = ledger;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes an entry, or refuses it at once. */
  void offer(Entry entry) {
    Optional<Unavailable> refusal;
    lock.lock();
    try {
      refusal = refusal(entry);
      if (refusal.isEmpty()) {
        waiting.addLast(entry);
        waitingBytes += entry.bytes();
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
    refusal.ifPresent(entry::refuse);
  }

  private Optional<Unavailable> refusal(Entry entry) {
    if (away || closing) {
      return Optional.of(new Unavailable("the database is away"));
    }
    boolean fits =
        waiting.size() < MAX_WAITING && waitingBytes + entry.bytes() <= MAX_WAITING_BYTES;
    return fits ? Optional.empty() : Optional.of(new Unavailable());
  }

  private void run() {
    for (List<Entry> batch = take(); !batch.isEmpty(); batch = take()) {
      store(batch);
    }
    refuse(allWaiting());
    ledger.close();
  }

  /** All that waits, up to a bound; nothing when it is time to end. */
  private List<Entry> take() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closing) {
        changed.awaitUninterruptibly();
      }
      return removeFirst(MAX_BATCH);
    } finally {
      lock.unlock();
    }
  }

  private List<Entry> allWaiting() {
    lock.lock();
    try {
      return removeFirst(Integer.MAX_VALUE);
    } finally {
      lock.unlock();
    }
  }

  private List<Entry> removeFirst(int limit) {
    List<Entry> first = new ArrayList<>(Math.min(limit, waiting.size()));
    while (!waiting.isEmpty() && first.size() < limit) {
      Entry entry = waiting.removeFirst();
      waitingBytes -= entry.bytes();
      first.add(entry);
    }
    return first;
  }

  /** Stores them or refuses them, and tells everybody so. */
  private void store(List<Entry> entries) {
    // At first it may be a repetition, or a connection that died while nobody used it.
    Optional<Batch> done = attempt(entries, false).or(() -> attempt(entries, true));
    if (done.isPresent()) {
      outage.worked();
      pause = FIRST_PAUSE;
      setAway(false);
      done.get().receipts().forEach(GroupCommitWriter::tell);
    } else {
      setAway(true);
      refuse(entries);
      refuse(allWaiting());
      waitAMoment();
      setAway(false);
    }
  }

  /** The batch that stored them; empty if nothing of them is stored. */
  private Optional<Batch> attempt(List<Entry> entries, boolean careful) {
    try {
      return Optional.of(ledger.write(entries, careful));
    } catch (SQLException e) {
      if (careful) {
        outage.failed(e);
      }
      return settle();
    }
  }

  /** Whatever is unclear is clear then, however long that takes. */
  private Optional<Batch> settle() {
    while (ledger.isUnclear()) {
      try {
        return ledger.settle();
      } catch (SQLException e) {
        outage.failed(e);
        setAway(true);
        refuse(allWaiting());
        if (!waitAMoment()) {
          log.error("It is not known whether the messages that came last are stored");
          break;
        }
      }
    }
    return Optional.empty();
  }

  private static void refuse(List<Entry> entries) {
    entries.forEach(entry -> tell(() -> entry.refuse(new Unavailable("the database failed"))));
  }

  private static void tell(Runnable receipt) {
    try {
      receipt.run();
    } catch (RuntimeException e) {
      // The others are told all the same.
      log.error("A receipt failed", e);
    }
  }

  private void setAway(boolean value) {
    lock.lock();
    try {
      away = value;
    } finally {
      lock.unlock();
    }
  }

  /** Pauses, for longer each time; false if it is time to end. */
  private boolean waitAMoment() {
    long left = pause.toNanos();
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    lock.lock();
    try {
      while (left > 0 && !closing) {
        left = changed.awaitNanos(left);
      }
      return !closing;
    } catch (InterruptedException e) {
      // Nobody does that but a container that has lost its patience.
      closing = true;
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Stores what waits, for a few seconds; what is left then is refused. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(PATIENCE.toMillis());
      if (thread.isAlive()) {
        ledger.abort();
        thread.join(PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
