package chatroom.storage;

import chatroom.testing.Eventually;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A MariaDB of this machine, with a folder and a port that nobody else has. */
final class Mariadb {
  private final Path folder;
  private final int port;
  private Process process;

  private Mariadb(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  static Mariadb start() {
    try {
      Path folder = TestDatabases.folder();
      List<String> install = command("mariadb-install-db", folder);
      install.add("--auth-root-authentication-method=normal");
      run(install, folder).waitFor();
      int port;
      try (ServerSocket probe = new ServerSocket(0)) {
        port = probe.getLocalPort();
      }
      Mariadb server = new Mariadb(folder, port, launch(folder, port));
      Eventually.until("MariaDB answers", server::answers);
      return server;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Process launch(Path folder, int port) throws IOException {
    List<String> line = command("mariadbd", folder);
    line.addAll(List.of("--port=" + port, "--bind-address=127.0.0.1"));
    line.add("--socket=" + folder.resolve("socket"));
    return run(line, folder);
  }

  /** A server's program refuses to run as root unless told so. */
  private static List<String> command(String program, Path folder) {
    return new ArrayList<>(
        List.of(
            program,
            "--no-defaults",
            "--user=" + System.getProperty("user.name"),
            "--datadir=" + folder.resolve("data")));
  }

  private static Process run(List<String> line, Path folder) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder
        .environment()
        .merge("PATH", "/usr/sbin", (path, more) -> path + File.pathSeparator + more);
    return builder
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private boolean answers() {
    try (var connection = DriverManager.getConnection(url())) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/test?user=root&createDatabaseIfNotExist=true";
  }

  /** Kills it. */
  void stop() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** With the same folder at the same port. */
  void startAgain() {
    try {
      process = launch(folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Eventually.until("MariaDB answers", this::answers);
  }
}
