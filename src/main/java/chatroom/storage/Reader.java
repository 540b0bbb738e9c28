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
  private final Outage outage = new Outage("Messages can be read", "Messages cannot be read");

  Reader(DataSource database) {
    this.database = database;
  }

  /**
   * Reads something.
   *
   * @throws Unavailable if it cannot be read now
   */
  <T> T read(Query<T> query) throws Unavailable {
    try {
      T result = onLiveConnection(query);
      outage.worked();
      return result;
    } catch (SQLException e) {
      outage.failed(e);
      throw new Unavailable("the database cannot be read");
    }
  }

  /** All that the pool has may have died since they were used, and it does not look each time. */
  private <T> T onLiveConnection(Query<T> query) throws SQLException {
    for (int dead = 0; ; dead++) {
      try (Connection connection = database.getConnection()) {
        try {
          return query.run(connection);
        } catch (SQLException e) {
          if (dead == Database.READERS || connection.isValid(1)) {
            throw e;
          }
        }
      }
    }
  }
}
