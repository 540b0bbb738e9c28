package chatroom.storage;

import chatroom.room.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Reads from a database.
 *
 * <p>Thread safety: safe for use by any thread, each of which waits for as long as it takes.
 */
final class Reader {
  /** Something that is read. */
  @FunctionalInterface
  interface Query<T> {
    T run(Connection connection) throws SQLException;
  }

  private final DataSource database;
  private final Outage outage = new Outage("Reading messages");

  Reader(DataSource database) {
    this.database = database;
  }

  /**
   * Reads something. Where a pool gives a connection that broke while nobody used it, the query is
   * tried on another one, as often as a pool may have such.
   *
   * @throws Unavailable if it cannot be read now
   */
  <T> T read(Query<T> query) throws Unavailable {
    try {
      T result = attempt(query, Database.READERS);
      outage.worked();
      return result;
    } catch (SQLException e) {
      outage.failed(e);
      throw new Unavailable("the database cannot be read");
    }
  }

  private <T> T attempt(Query<T> query, int moreAttempts) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try {
        return query.run(connection);
      } catch (SQLException e) {
        if (moreAttempts == 0) {
          throw e;
        }
      }
    }
    return attempt(query, moreAttempts - 1);
  }
}
