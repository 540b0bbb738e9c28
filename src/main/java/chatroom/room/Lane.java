package chatroom.room;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time and in the order they came, on threads borrowed from a pool.
 *
 * <p>A task sees all that earlier tasks did. After {@value #TURN} tasks the thread goes back to the
 * pool, so that a busy lane does not starve the others. A task that throws does not stop the lane:
 * the pool's own handler hears of it.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Lane implements Executor {
  private static final int TURN = 64;

  private final Executor pool;
  private final int capacity;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}. */
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  /** Guarded by {@code lock}: whether a thread is under way. */
  private boolean running;

  /**
   * @param pool where the tasks run
   * @param capacity how many tasks may wait before {@link #offer} refuses
   */
  public Lane(Executor pool, int capacity) {
    this.pool = pool;
    this.capacity = capacity;
  }

  /** Runs the task after those that wait, however many there are. */
  @Override
  public void execute(Runnable task) {
    add(task, Integer.MAX_VALUE);
  }

  /**
   * Runs the task after those that wait.
   *
   * @throws Unavailable if too many wait already; the task does not run then
   */
  public void offer(Runnable task) throws Unavailable {
    if (!add(task, capacity)) {
      throw new Unavailable();
    }
  }

  private boolean add(Runnable task, int bound) {
    boolean start;
    lock.lock();
    try {
      if (waiting.size() >= bound) {
        return false;
      }
      waiting.add(task);
      start = !running;
      running = true;
    } finally {
      lock.unlock();
    }
    if (start) {
      pool.execute(this::turn);
    }
    return true;
  }

  private void turn() {
    int left = TURN;
    try {
      for (Runnable task = next(); task != null; task = next()) {
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
      running = !waiting.isEmpty();
      if (!running) {
        return;
      }
    } finally {
      lock.unlock();
    }
    pool.execute(this::turn);
  }

  private @Nullable Runnable next() {
    lock.lock();
    try {
      return waiting.poll();
    } finally {
      lock.unlock();
    }
  }
}
