package chatroom.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import com.zaxxer.hikari.util.DriverDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * A database and the connections to it, open until it is closed.
 *
 * <p>Thread safety: safe for use by any thread.
 *
 * @param dialect its kind
 * @param writing where the one connection that writes comes from
 * @param reading where those that read come from
 * @param place where it is, for people; never a password
 * @param pools closed with it
 */
record Database(
    Dialect dialect,
    DataSource writing,
    DataSource reading,
    String place,
    List<HikariDataSource> pools)
    implements AutoCloseable {
  /**
   * How many connections read: as many as there are threads that may want one, one more for
   * uploads, and those of the archive.
   */
  static final int READERS = 8 + DatabaseArchive.CONNECTIONS;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int SQLITE_CORRUPT = 11;
  private static final String OPEN_MODE = "open_mode";
  private static final String READ_ONLY = "1";

  /** A file, with one connection that writes and some that cannot. */
  static Database file(Path file) {
    String url = "jdbc:sqlite:" + file;
    Map<String, String> reader = Map.of(OPEN_MODE, READ_ONLY, "busy_timeout", "1000");
    return open(Dialect.SQLITE, url, reader, file.toString());
  }

  /** A server, with one connection that writes and a pool of those that read. */
  static Database server(Dialect dialect, String jdbcUrl) {
    String url = Dialect.urlOf(jdbcUrl);
    String place = url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    return open(dialect, url, dialect.properties(), place);
  }

  /**
   * Whatever thread the driver of SQLite leaves to the JVM, which it asks for a process when it is
   * loaded, shall not hold on to this application.
   */
  private static Database open(
      Dialect dialect, String url, Map<String, String> reader, String place) {
    Thread here = Thread.currentThread();
    ClassLoader application = here.getContextClassLoader();
    here.setContextClassLoader(ClassLoader.getSystemClassLoader());
    try {
      OwnDrivers.register(dialect.driver());
      return connected(dialect, url, reader, place);
    } catch (SQLException | PoolInitializationException e) {
      String reason = String.valueOf(e.getMessage()).replace(url, place);
      throw new StoreException(
          isDamaged(dialect, e)
              ? FileCheck.damage(place, reason)
              : place + " cannot be opened: " + reason);
    } catch (RuntimeException e) {
      // It quotes the URL.
      throw new StoreException(place + " cannot be opened: its driver does not know such a URL");
    } finally {
      here.setContextClassLoader(application);
    }
  }

  /** Whether the file has lost even the list of its tables. */
  private static boolean isDamaged(Dialect dialect, Exception e) {
    return dialect == Dialect.SQLITE
        && e instanceof SQLException sql
        && sql.getErrorCode() == SQLITE_CORRUPT;
  }

  private static Database connected(
      Dialect dialect, String url, Map<String, String> reader, String place) throws SQLException {
    DataSource writing = writing(dialect, url);
    try (Connection first = writing.getConnection()) {
      first.getMetaData();
      HikariDataSource reading = pool(dialect, url, reader);
      return new Database(dialect, writing, reading, place, List.of(reading));
    }
  }

  /** What it gives is closed when it is given back: who had a fault shall have another. */
  private static DataSource writing(Dialect dialect, String url) {
    Properties properties = new Properties();
    properties.putAll(dialect.properties());
    return new DriverDataSource(url, dialect.driver(), properties, null, null);
  }

  private static HikariDataSource pool(
      Dialect dialect, String url, Map<String, String> properties) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("chat-readers");
    config.setDriverClassName(dialect.driver());
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(READERS);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setReadOnly(properties.containsKey(OPEN_MODE));
    properties.forEach(config::addDataSourceProperty);
    return new HikariDataSource(config);
  }

  /** One that somebody else opened, and will close. */
  static Database given(DataSource source, String name) {
    try {
      return new Database(Dialect.of(source), source, source, "the data source " + name, List.of());
    } catch (SQLException e) {
      throw new StoreException("The data source " + name + " cannot be used: " + Outage.reason(e));
    }
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }
}
