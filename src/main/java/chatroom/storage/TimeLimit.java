package chatroom.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the questions of one search when its time is over: SQLite's driver has no other way to a
 * time limit, and a question may find nothing for long.
 *
 * <p>Thread safety: for one thread that asks; the timer's own ends what that one asks.
 */
final class TimeLimit implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TimeLimit.class);
  private static final int IDLE_SECONDS = 30;

  private final ScheduledFuture<?> end;

  /** Guarded by this. */
  private @Nullable Statement running;

  /** Guarded by this. */
  private boolean over;

  /**
   * A timer for many limits, whose thread is there while there are any.
   *
   * @param name of the thread
   */
  static ScheduledThreadPoolExecutor timer(String name) {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread daemon = new Thread(task, name);
              daemon.setDaemon(true);
              return daemon;
            });
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
    return timer;
  }

  /**
   * The time runs from now on.
   *
   * @param timer never blocks for long
   */
  TimeLimit(ScheduledExecutorService timer, Duration limit) {
    end = timer.schedule(this::end, limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * The numbers that a question is answered with.
   *
   * @throws SQLTimeoutException if the time was over before it
   * @throws SQLException also if the time was over meanwhile
   */
  List<Long> ask(PreparedStatement question) throws SQLException {
    begin(question);
    try (ResultSet row = question.executeQuery()) {
      List<Long> numbers = new ArrayList<>();
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
      return numbers;
    } finally {
      done();
    }
  }

  private synchronized void begin(Statement question) throws SQLException {
    if (over) {
      throw new SQLTimeoutException("the search took too long");
    }
    running = question;
  }

  private synchronized void done() {
    running = null;
  }

  /** Whether the time is over. */
  synchronized boolean isOver() {
    return over;
  }

  private synchronized void end() {
    over = true;
    try {
      if (running != null) {
        running.cancel();
      }
    } catch (SQLException e) {
      log.warn("A search that takes too long goes on: {}", Outage.reason(e));
    }
  }

  @Override
  public void close() {
    end.cancel(false);
  }
}
