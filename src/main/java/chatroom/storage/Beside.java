package chatroom.storage;

import com.zaxxer.hikari.util.DriverDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** Opens a database only to read it, beside a chat that may use it. */
final class Beside {
  private static final String FILE_URL = "jdbc:sqlite:";

  private Beside() {}

  /**
   * A connection to the file of SQLite.
   *
   * @param what is to be read, for people
   * @throws StoreException if it cannot be
   */
  static Connection file(Path file, String what) {
    if (!Files.isRegularFile(file)) {
      throw new StoreException(file + " is not there");
    }
    // Beside a chat it is read as the chat reads it; if nobody has it open, no file is made for it.
    boolean isOpen = Files.exists(Path.of(file + "-wal"));
    String url = isOpen ? FILE_URL + file : FILE_URL + file.toUri() + "?immutable=1";
    return open(Dialect.SQLITE, url, Map.of("open_mode", "1", "busy_timeout", "5000"), what);
  }

  /**
   * A connection to the database of a JDBC URL, which holds user and password if these are needed.
   *
   * @param what is to be read, for people
   * @throws StoreException if it cannot be
   */
  static Connection url(String jdbcUrl, String what) {
    if (jdbcUrl.startsWith(FILE_URL)) {
      return file(Path.of(jdbcUrl.substring(FILE_URL.length())), what);
    }
    Dialect dialect =
        Dialect.of(jdbcUrl)
            .orElseThrow(() -> new StoreException("No driver knows this kind of JDBC URL"));
    return open(dialect, Dialect.urlOf(jdbcUrl), dialect.properties(), what);
  }

  private static Connection open(
      Dialect dialect, String url, Map<String, String> how, String what) {
    Properties properties = new Properties();
    properties.putAll(how);
    try {
      Connection connection =
          new DriverDataSource(url, dialect.driver(), properties, null, null).getConnection();
      connection.setReadOnly(true);
      return connection;
    } catch (SQLException e) {
      throw unreadable(what, e);
    } catch (RuntimeException e) {
      // It quotes the URL.
      throw new StoreException(what + " cannot be read: its driver knows no such URL");
    }
  }

  static StoreException unreadable(String what, SQLException why) {
    return new StoreException(what + " cannot be read: " + Outage.reason(why));
  }
}
