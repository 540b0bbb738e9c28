package chatroom.storage;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs once that something does not work any more, and once that it does again.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class Outage {
  private static final Logger log = LoggerFactory.getLogger(Outage.class);
  private static final String DATA_FAULT = "2";

  private final String works;
  private final String fails;
  private boolean out;

  /**
   * @param works what is said when it works: {@code "Messages can be read"}
   * @param fails what is said when it does not
   */
  Outage(String works, String fails) {
    this.works = works;
    this.fails = fails;
  }

  /** It failed. */
  synchronized void failed(Exception cause) {
    if (!out) {
      out = true;
      log.error("{}: {}", fails, reason(cause));
    }
  }

  /** It worked. */
  synchronized void worked() {
    if (out) {
      out = false;
      log.info("{} again", works);
    }
  }

  /** Without what was said: some drivers quote the row that a database refused. */
  static String reason(Exception cause) {
    if (cause instanceof BatchUpdateException batch && batch.getNextException() != null) {
      return reason(batch.getNextException());
    }
    if (cause instanceof SQLException sql && quotesData(sql)) {
      return sql.getClass().getName() + " with the SQL state " + sql.getSQLState();
    }
    return cause.toString();
  }

  private static boolean quotesData(SQLException e) {
    return e instanceof BatchUpdateException
        || String.valueOf(e.getSQLState()).startsWith(DATA_FAULT);
  }
}
