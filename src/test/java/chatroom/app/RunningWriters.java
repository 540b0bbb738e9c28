package chatroom.app;

import chatroom.delivery.Writers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The application's own pool of writers, with a clock and threads that a test can look at.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class RunningWriters implements Writers, AutoCloseable {
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger substituted = new AtomicInteger();
  private final AtomicInteger released = new AtomicInteger();
  private final ThreadPoolExecutor pool;
  private final WriterPool writers;

  /** As many threads while none is held up. */
  public RunningWriters(int size) {
    pool =
        new ThreadPoolExecutor(
            size, size, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), this::thread);
    pool.allowCoreThreadTimeOut(true);
    writers = new WriterPool(pool, this::schedule);
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "test-writer");
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  private void schedule(Duration delay, Runnable task) {
    var unused = clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void execute(Runnable task) {
    writers.execute(task);
  }

  @Override
  public boolean reserve() {
    return writers.reserve();
  }

  @Override
  public void unreserve() {
    writers.unreserve();
  }

  @Override
  public void substitute() {
    substituted.incrementAndGet();
    writers.substitute();
  }

  @Override
  public void release() {
    released.incrementAndGet();
    writers.release();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    writers.after(delay, task);
  }

  /** How often another thread took the place of one that was held up. */
  public int substituted() {
    return substituted.get();
  }

  /** How many are held up now and made up for. */
  public int heldUp() {
    return substituted.get() - released.get();
  }

  /** The threads that there are. */
  public List<Thread> threads() {
    return threads.stream().filter(Thread::isAlive).toList();
  }

  /** How many of them do something, or wait in it. */
  public int busy() {
    return pool.getActiveCount();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    pool.shutdown();
  }
}
