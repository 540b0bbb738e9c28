package chatroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build says about where things are, with the defaults that suit an IDE. */
final class Build {
  static final String SERVER = System.getProperty("it.server", "tomcat");
  static final Path TARGET = Path.of(System.getProperty("it.target", "target")).toAbsolutePath();

  /** The exploded application. */
  static final Path WEBAPP = Path.of(System.getProperty("it.war", "target/chat")).toAbsolutePath();

  static final Path PAYARA =
      Path.of(System.getProperty("it.payara", "target/payara/payara-micro.jar")).toAbsolutePath();

  private Build() {}

  /** A folder that nobody else has, gone with the next {@code clean}. */
  static Path freshFolder(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(TARGET.resolve("it")), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
