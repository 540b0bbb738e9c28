package chatroom.app;

import chatroom.delivery.Writers;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * As many threads as there are processors, and one more for each that a peer holds up. No more than
 * {@link #MAX_SUBSTITUTES} may wait at the same time, so that none is held up without a substitute.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class WriterPool implements Writers {
  /** How many threads may wait, and be held up and made up for. */
  static final int MAX_SUBSTITUTES = 4;

  private final ThreadPoolExecutor pool;
  private final int size;
  private final BiConsumer<Duration, Runnable> timer;
  private final Lock lock = new ReentrantLock();
  private final Semaphore free = new Semaphore(MAX_SUBSTITUTES);

  /** Guarded by {@code lock}. */
  private int heldUp;

  /**
   * @param pool has as many threads as there are to be when none is held up
   * @param timer runs a task when a time has passed
   */
  WriterPool(ThreadPoolExecutor pool, BiConsumer<Duration, Runnable> timer) {
    this.pool = pool;
    this.size = pool.getCorePoolSize();
    this.timer = timer;
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  @Override
  public boolean reserve() {
    return free.tryAcquire();
  }

  @Override
  public void unreserve() {
    free.release();
  }

  @Override
  public void substitute() {
    lock.lock();
    try {
      int threads = size + ++heldUp;
      pool.setMaximumPoolSize(threads);
      pool.setCorePoolSize(threads);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void release() {
    lock.lock();
    try {
      int threads = size + --heldUp;
      pool.setCorePoolSize(threads);
      pool.setMaximumPoolSize(threads);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void after(Duration delay, Runnable task) {
    timer.accept(delay, task);
  }
}
