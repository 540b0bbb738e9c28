package chatroom.delivery;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Runs tasks one at a time and in the order they came, on threads borrowed from a pool. Each task
 * waits for a thread anew, so that who wants much never has more than one of them, and waits behind
 * those who want little.
 *
 * <p>A task sees all that earlier tasks did. One that throws does not stop the others: the pool's
 * own handler hears of it.
 *
 * <p>Thread safety: safe for use by any thread; how many tasks may wait is for the caller to bound.
 */
final class OneByOne implements Executor {
  private final Executor pool;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}. Small, for nearly all clients ask for nothing nearly all the time. */
  private final Queue<Runnable> waiting = new ArrayDeque<>(1);

  /** Guarded by {@code lock}: whether the pool has a task; nothing waits while it has none. */
  private boolean busy;

  /**
   * @param pool where the tasks run
   */
  OneByOne(Executor pool) {
    this.pool = pool;
  }

  @Override
  public void execute(Runnable task) {
    lock.lock();
    try {
      if (busy) {
        waiting.add(task);
        return;
      }
      busy = true;
    } finally {
      lock.unlock();
    }
    give(task);
  }

  private void give(Runnable task) {
    pool.execute(
        () -> {
          try {
            task.run();
          } finally {
            goOn();
          }
        });
  }

  private void goOn() {
    Runnable next;
    lock.lock();
    try {
      next = waiting.poll();
      busy = next != null;
    } finally {
      lock.unlock();
    }
    if (next != null) {
      give(next);
    }
  }
}
