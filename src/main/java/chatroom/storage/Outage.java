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

  private final String what;
  private boolean out;

  /**
   * @param what works or fails, at the beginning of a sentence
   */
  Outage(String what) {
    this.what = what;
  }

  /** It failed. */
  synchronized void failed(Exception cause) {
    if (!out) {
      out = true;
      log.error("{} fails: {}", what, reason(cause));
    }
  }

  /** It worked. */
  synchronized void worked() {
    if (out) {
      out = false;
      log.info("{} works again", what);
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
