package chatroom.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A kind of database that everything can be kept in, and what is special about it. */
enum Dialect {
  SQLITE("SQLite", "org.sqlite.JDBC"),
  POSTGRESQL("PostgreSQL", "org.postgresql.Driver"),
  MARIADB("MariaDB", "org.mariadb.jdbc.Driver");

  private static final String MYSQL = "jdbc:mysql:";

  private final String productName;
  private final String driver;

  Dialect(String productName, String driver) {
    this.productName = productName;
    this.driver = driver;
  }

  /** What a JDBC URL leads to; empty for what is not supported. */
  static Optional<Dialect> of(String jdbcUrl) {
    return Arrays.stream(values()).filter(it -> urlOf(jdbcUrl).startsWith(it.prefix())).findAny();
  }

  /** The URL as the driver for it wants it: that of MariaDB does for MySQL. */
  static String urlOf(String jdbcUrl) {
    return jdbcUrl.startsWith(MYSQL)
        ? MARIADB.prefix() + jdbcUrl.substring(MYSQL.length())
        : jdbcUrl;
  }

  /**
   * What a data source leads to.
   *
   * @throws SQLException if it cannot be asked
   * @throws StoreException if it is not supported
   */
  static Dialect of(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return of(connection);
    }
  }

  /**
   * What a connection leads to.
   *
   * @throws SQLException if it cannot be asked
   * @throws StoreException if it is not supported
   */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    String known = product.equals("MySQL") ? MARIADB.productName : product;
    return Arrays.stream(values())
        .filter(it -> it.productName.equals(known))
        .findAny()
        .orElseThrow(
            () ->
                new StoreException(
                    product + " is not supported: SQLite, PostgreSQL or MariaDB is needed"));
  }

  private String prefix() {
    return "jdbc:" + vendor() + ":";
  }

  /** The name of the folder with its migrations. */
  String vendor() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of its driver: a driver in a WAR is not found by its URL. */
  String driver() {
    return driver;
  }

  /** How messages are found in it. */
  TextIndex index() {
    return switch (this) {
      case SQLITE -> new SqliteIndex();
      case POSTGRESQL -> new PostgresIndex();
      case MARIADB -> new MariadbIndex();
    };
  }

  /** What its driver is told, unless the URL says otherwise; a wait for it has an end. */
  Map<String, String> properties() {
    return switch (this) {
      case SQLITE ->
          Map.of(
              "journal_mode", "WAL",
              "synchronous", "FULL",
              "foreign_keys", "true",
              "busy_timeout", "1000");
      case POSTGRESQL ->
          Map.of(
              "connectTimeout", "3",
              "socketTimeout", "10",
              "reWriteBatchedInserts", "true",
              "logServerErrorDetail", "false");
      case MARIADB ->
          Map.of("connectTimeout", "3000", "socketTimeout", "10000", "useBulkStmts", "true");
    };
  }
}
