package chatroom.checker;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The one thread on which all of a client happens. What fails there is told, and the thread goes
 * on; after its end nothing is carried out any more.
 *
 * <p>Thread safety: any thread.
 */
final class Strand {
  private static final int PATIENCE_SECONDS = 60;

  private final ScheduledThreadPoolExecutor thread;
  private final Consumer<Throwable> failed;

  Strand(String name, Consumer<Throwable> failed) {
    this.failed = failed;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread own = new Thread(work, name);
              own.setDaemon(true);
              return own;
            },
            new ThreadPoolExecutor.DiscardPolicy());
  }

  void run(Runnable action) {
    thread.execute(guarded(action));
  }

  void later(long millis, Runnable action) {
    var unused = thread.schedule(guarded(action), millis, TimeUnit.MILLISECONDS);
  }

  private Runnable guarded(Runnable action) {
    return () -> {
      try {
        action.run();
      } catch (RuntimeException | AssertionError e) {
        failed.accept(e);
      }
    };
  }

  /** Carries it out in its turn and returns what came of it. */
  <T> T ask(Callable<T> question) {
    try {
      return thread.submit(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void end() {
    thread.shutdownNow();
  }
}
