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
  private final Outage outage = new Outage("Messages can be read");

  Reader(DataSource database) {
    this.database = database;
  }

  /**
   * Reads something.
   *
   * @throws Unavailable if it cannot be read now
   */
  <T> T read(Query<T> query) throws Unavailable {
    try (Connection connection = database.getConnection()) {
      T result = query.run(connection);
      outage.worked();
      return result;
    } catch (SQLException e) {
      outage.failed(e);
      throw new Unavailable("the database cannot be read");
    }
  }
}
