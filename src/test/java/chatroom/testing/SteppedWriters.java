package chatroom.testing;

import chatroom.delivery.Writers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes when the test says so, in the thread that says it, and has as many substitutes as it is
 * given.
 *
 * <p>Thread safety: guarded by this, but tasks run outside of it.
 */
public final class SteppedWriters implements Writers {
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<Runnable> later = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();
  private int substitutes;
  private int released;

  /** Writers that nobody can take the place of. */
  public SteppedWriters() {
    this(0);
  }

  /** Writers of which so many may be held up. */
  public SteppedWriters(int substitutes) {
    this.substitutes = substitutes;
  }

  @Override
  public synchronized void execute(Runnable task) {
    tasks.addLast(task);
  }

  @Override
  public synchronized boolean reserve() {
    if (substitutes == 0) {
      return false;
    }
    substitutes--;
    return true;
  }

  @Override
  public synchronized void unreserve() {
    substitutes++;
  }

  @Override
  public void substitute() {}

  @Override
  public synchronized void release() {
    released++;
  }

  @Override
  public synchronized void after(Duration delay, Runnable task) {
    later.add(task);
    delays.add(delay);
  }

  /** Runs what is to be run, and what comes of it. */
  public void runAll() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    return tasks.pollFirst();
  }

  /** How many tasks are to be run. */
  public synchronized int waiting() {
    return tasks.size();
  }

  /** The time has passed for all that was to be done later. */
  public void passTime() {
    List<Runnable> due;
    synchronized (this) {
      due = List.copyOf(later);
      later.clear();
      delays.clear();
    }
    due.forEach(Runnable::run);
  }

  /** After how long each of what is to be done later is due. */
  public synchronized List<Duration> delays() {
    return List.copyOf(delays);
  }

  /** How many more may be held up. */
  public synchronized int substitutes() {
    return substitutes;
  }

  /** How many that were held up went on. */
  public synchronized int released() {
    return released;
  }
}
