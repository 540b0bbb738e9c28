package chatroom.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Lets go what is too old, and has found what was stored when there was no search, at the start and
 * every hour: a little at a time, so that nobody who writes waits for long.
 *
 * <p>Thread safety: safe for use by any thread; it has one of its own.
 */
final class Upkeep implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofHours(1);
  private static final int PATIENCE_SECONDS = 5;

  private final GroupCommitWriter writer;
  private final StoreTerms terms;
  private final TextIndex index;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor thread;

  /**
   * Starts the thread.
   *
   * @param index what messages are found by
   * @param name of the thread
   */
  Upkeep(
      GroupCommitWriter writer,
      StoreTerms terms,
      TextIndex index,
      InstantSource clock,
      String name) {
    this.writer = writer;
    this.terms = terms;
    this.index = index;
    this.clock = clock;
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread daemon = new Thread(task, name);
              daemon.setDaemon(true);
              return daemon;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    var unused =
        thread.scheduleWithFixedDelay(this::keepUp, 0, PERIOD.toSeconds(), TimeUnit.SECONDS);
  }

  private void keepUp() {
    sweep();
    index();
  }

  /** Lets go what is too old by now. */
  void sweep() {
    Instant now = clock.instant();
    Instant messages = terms.messagesKept().map(now::minus).orElse(Instant.EPOCH);
    writer.offer(
        new Entry.Sweep(
            messages,
            now.minus(terms.guestsRemembered()),
            more -> {
              if (more) {
                thread.execute(this::sweep);
              }
            }));
  }

  /** Brings into the full text index what is not there by now. */
  private void index() {
    writer.offer(
        new Entry.Deciding<>(
            connection -> IndexBackfill.step(connection, index),
            new Entry.Told<>(
                more -> {
                  if (more) {
                    thread.execute(this::index);
                  }
                },
                // It goes on in an hour.
                why -> {})));
  }

  /** Does something that takes its time. */
  void run(Runnable task) {
    thread.execute(task);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      // What takes longer ends with its connection.
      var unused = thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
