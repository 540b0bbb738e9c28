package chatroom.app;

import chatroom.delivery.Workers;
import chatroom.delivery.Writers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All threads of one application: few, named after its context, and gone when it is closed.
 *
 * <p>What comes after the closing is not run on them: containers report closed connections until
 * the end.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class Threads implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Threads.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LANES = 1;
  private static final int ENCODERS = 4;
  private static final int PINGERS = 4;
  private static final int CLOSERS = 4;
  private static final int SEARCHERS = 2;

  /** Each takes a processor and 19 MiB. */
  private static final int HASHERS = 2;

  private static final int MIN_WRITERS = 2;
  private static final int IDLE_SECONDS = 30;

  /** Those that may still be alive. */
  private final Set<Thread> started = ConcurrentHashMap.newKeySet();

  private final ThreadPoolExecutor lanes;
  private final ThreadPoolExecutor departures;
  private final ThreadPoolExecutor encoders;
  private final ThreadPoolExecutor guests;
  private final ThreadPoolExecutor pingers;
  private final ThreadPoolExecutor closers;
  private final ThreadPoolExecutor searchers;
  private final ThreadPoolExecutor hashers;
  private final ThreadPoolExecutor writers;
  private final ThreadPoolExecutor files;
  private final ScheduledThreadPoolExecutor heartbeat;

  /**
   * @param context what the threads are named after
   */
  Threads(String context) {
    lanes = pool(LANES, context + "-lane");
    departures = pool(1, context + "-departures");
    encoders = pool(ENCODERS, context + "-encoder");
    guests = pool(1, context + "-guests");
    pingers = pool(PINGERS, context + "-pinger");
    closers = pool(CLOSERS, context + "-closer");
    searchers = pool(SEARCHERS, context + "-searcher");
    hashers = pool(HASHERS, context + "-hasher");
    writers = pool(Math.max(MIN_WRITERS, processors()), context + "-writer");
    files = pool(1, context + "-files");
    heartbeat = new ScheduledThreadPoolExecutor(1, named(context + "-heartbeat"));
    heartbeat.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Runs what never blocks. */
  Executor lanes() {
    return lanes;
  }

  /** Runs one task at a time. */
  Executor departures() {
    return departures;
  }

  /** Runs what may wait for the database for seconds. */
  Executor searchers() {
    return searchers;
  }

  /**
   * Runs one task at a time, which may wait for a database: who somebody is, and what they keep.
   * Nothing that takes long is for here, or nobody could come meanwhile.
   */
  Executor guests() {
    return guests;
  }

  /** Runs what takes a processor for a tenth of a second. */
  Executor hashers() {
    return hashers;
  }

  /** Runs one task at a time, which may wait for a disk or a database. */
  Executor files() {
    return files;
  }

  /** Those that write to clients and may wait for them. */
  Writers writers() {
    return new WriterPool(writers, this::after);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Those that a room does not wait for. */
  Workers workers() {
    return new Workers(encoders, pingers, closers);
  }

  /** Runs a task again and again, whether it fails or not. */
  void repeat(Runnable task, Duration period) {
    var unused =
        heartbeat.scheduleWithFixedDelay(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                // Thrown on, it would end the repetition.
                log.error("The heartbeat failed", e);
              }
            },
            period.toNanos(),
            period.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /** Runs a task once, when that time has passed. */
  void after(Duration delay, Runnable task) {
    var unused = heartbeat.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private ThreadPoolExecutor pool(int threads, String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named(name),
            new ThreadPoolExecutor.DiscardPolicy());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler((t, e) -> log.error("{} failed", name, e));
      started.removeIf(earlier -> earlier.getState() == Thread.State.TERMINATED);
      started.add(thread);
      return thread;
    };
  }

  /** Lets what is under way end, and waits for it. */
  @Override
  public void close() {
    heartbeat.shutdownNow();
    try {
      for (ExecutorService pool :
          List.of(
              hashers,
              searchers,
              departures,
              lanes,
              writers,
              encoders,
              guests,
              pingers,
              closers,
              files,
              heartbeat)) {
        end(pool);
      }
      // A pool counts as ended a moment before its last thread has.
      for (Thread thread : started) {
        thread.join(PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      Stream.of(
              hashers,
              searchers,
              departures,
              lanes,
              writers,
              encoders,
              guests,
              pingers,
              closers,
              files)
          .forEach(ExecutorService::shutdownNow);
      Thread.currentThread().interrupt();
    }
  }

  private static void end(ExecutorService pool) throws InterruptedException {
    pool.shutdown();
    if (!pool.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      pool.shutdownNow();
    }
  }
}
