package chatroom.room;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time and in the order they came, on threads borrowed from a pool, or on the
 * thread of who {@linkplain #offer offers} one while nothing else runs: a change of threads takes
 * longer than most tasks.
 *
 * <p>A task sees all that earlier tasks did. After {@value #TURN} tasks the thread goes back to the
 * pool, so that a busy lane does not starve the others. A task that throws does not stop the lane:
 * the pool's own handler hears of it, or who offered it.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Lane implements Executor {
  private static final int TURN = 64;

  private record Waiting(Runnable task, boolean isOfRunner) {}

  private final Executor pool;
  private final int capacity;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}. */
  private final Queue<Waiting> waiting = new ArrayDeque<>();

  /** Guarded by {@code lock}: whether a thread is under way; nothing waits while none is. */
  private boolean running;

  /** Guarded by {@code lock}: the thread under way, if it is not of the pool. */
  private @Nullable Thread runner;

  /**
   * @param pool where the tasks run
   * @param capacity how many tasks may wait before {@link #offer} refuses
   */
  public Lane(Executor pool, int capacity) {
    this.pool = pool;
    this.capacity = capacity;
  }

  /** Runs the task after those that wait, however many there are, and never from within here. */
  @Override
  public void execute(Runnable task) {
    boolean start;
    lock.lock();
    try {
      add(task);
      start = !running;
      running = true;
    } finally {
      lock.unlock();
    }
    if (start) {
      pool.execute(this::turn);
    }
  }

  /**
   * Runs the task after those that wait, or here and now if nothing runs, and with it what it adds
   * itself before anybody else does; what they throw is thrown here then. What others add is for
   * the pool, so that a caller does nobody else's work.
   *
   * @throws Unavailable if too many wait already; the task does not run then
   */
  public void offer(Runnable task) throws Unavailable {
    if (!begin(task)) {
      return;
    }
    try {
      Runnable next = task;
      for (int left = TURN; next != null; next = --left > 0 ? next(true) : null) {
        next.run();
      }
    } finally {
      goOn();
    }
  }

  /** Makes the caller the one who runs tasks; false if there is one, and the task waits. */
  private boolean begin(Runnable task) throws Unavailable {
    lock.lock();
    try {
      if (!running) {
        running = true;
        runner = Thread.currentThread();
        return true;
      }
      if (waiting.size() >= capacity) {
        throw new Unavailable();
      }
      add(task);
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** With the lock held. */
  private void add(Runnable task) {
    waiting.add(new Waiting(task, runner == Thread.currentThread()));
  }

  private void turn() {
    int left = TURN;
    try {
      for (Runnable task = next(false); task != null; task = next(false)) {
        left--;
        task.run();
        if (left == 0) {
          break;
        }
      }
    } finally {
      goOn();
    }
  }

  private void goOn() {
    lock.lock();
    try {
      runner = null;
      running = !waiting.isEmpty();
      if (!running) {
        return;
      }
    } finally {
      lock.unlock();
    }
    pool.execute(this::turn);
  }

  private @Nullable Runnable next(boolean onlyOfRunner) {
    lock.lock();
    try {
      Waiting first = waiting.peek();
      if (first == null || (onlyOfRunner && !first.isOfRunner())) {
        return null;
      }
      waiting.remove();
      return first.task();
    } finally {
      lock.unlock();
    }
  }
}
