package chatroom.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real databases to test with. */
final class TestDatabases {
  private TestDatabases() {}

  /** A file that is new. */
  static Database sqlite() throws IOException {
    return Database.file(folder().resolve("chat.db"));
  }

  /** A folder that is new, gone with the next {@code clean}. */
  static Path folder() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(Path.of("target", "db")), "db")
        .toAbsolutePath();
  }

  /** The server that the whole test run shares. */
  static Database postgres() {
    return Database.server(Dialect.POSTGRESQL, postgresUrl());
  }

  /** Where the shared server is, user included. */
  static String postgresUrl() {
    return SharedPostgres.SERVER.getJdbcUrl("postgres", "postgres");
  }

  /** A server of one's own, which can be stopped. */
  static EmbeddedPostgres postgresAlone() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  /** The server that the whole test run shares. */
  static Database mariadb() throws IOException {
    return Database.server(Dialect.MARIADB, mariadbUrl());
  }

  /** Where that server is, user included. */
  static String mariadbUrl() {
    return SharedMariadb.SERVER.url();
  }

  /** Started by whoever asks first; stopped with the test JVM. */
  private static final class SharedMariadb {
    static final Mariadb SERVER = Mariadb.start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::stop));
    }
  }

  /** Started by whoever asks first; stopped with the test JVM. */
  private static final class SharedPostgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return postgresAlone();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
