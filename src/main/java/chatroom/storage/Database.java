package chatroom.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
  private static final int READERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String OPEN_MODE = "open_mode";
  private static final String READ_ONLY = "1";

  /** A file, with one connection that writes and some that cannot. */
  static Database file(Path file) {
    String url = "jdbc:sqlite:" + file;
    Map<String, String> reader = Map.of(OPEN_MODE, READ_ONLY, "busy_timeout", "1000");
    HikariDataSource writing = pool(Dialect.SQLITE, url, "write", 1, Dialect.SQLITE.properties());
    try {
      HikariDataSource reading = pool(Dialect.SQLITE, url, "read", READERS, reader);
      return new Database(
          Dialect.SQLITE, writing, reading, file.toString(), List.of(reading, writing));
    } catch (StoreException e) {
      writing.close();
      throw e;
    }
  }

  /** A server, with a pool of connections to it. */
  static Database server(Dialect dialect, String jdbcUrl) {
    String url = Dialect.urlOf(jdbcUrl);
    HikariDataSource pool = pool(dialect, url, "pool", READERS + 1, dialect.properties());
    String place = url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    return new Database(dialect, pool, pool, place, List.of(pool));
  }

  /** One that somebody else opened, and will close. */
  static Database given(DataSource source, String name) {
    try {
      return new Database(Dialect.of(source), source, source, "the data source " + name, List.of());
    } catch (SQLException e) {
      throw new StoreException("The data source " + name + " cannot be used: " + Outage.reason(e));
    }
  }

  private static HikariDataSource pool(
      Dialect dialect, String url, String name, int size, Map<String, String> properties) {
    OwnDrivers.register(dialect.driver());
    HikariConfig config = new HikariConfig();
    config.setPoolName("chat-" + name);
    config.setDriverClassName(dialect.driver());
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setReadOnly(properties.containsKey(OPEN_MODE));
    properties.forEach(config::addDataSourceProperty);
    try {
      return open(config);
    } catch (PoolInitializationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StoreException(
          "The database cannot be opened: "
              + String.valueOf(cause.getMessage()).replace(url, "the URL"));
    }
  }

  /**
   * Whatever thread the driver of SQLite leaves to the JVM, which it asks for a process when it is
   * loaded, shall not hold on to this application.
   */
  private static HikariDataSource open(HikariConfig config) {
    Thread here = Thread.currentThread();
    ClassLoader application = here.getContextClassLoader();
    here.setContextClassLoader(ClassLoader.getSystemClassLoader());
    try {
      return new HikariDataSource(config);
    } finally {
      here.setContextClassLoader(application);
    }
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
  }
}
