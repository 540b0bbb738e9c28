package chatroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The packaged application in a Tomcat in a JVM of its own, which can be killed at any moment and
 * started again at the same address with the same home.
 *
 * <p>Thread safety: for one thread.
 */
public final class ChildServer implements AutoCloseable {
  /** Below the ports that connecting clients are given, one of which may be a lost server's. */
  private static final int FIRST_PORT = 21_000;

  private static final int LAST_PORT = 31_000;
  private static final int STOP_SECONDS = 60;

  private final int port = freePort();
  private final Path folder = Build.freshFolder("child");
  private final Path home = folder.resolve("home");
  private @Nullable Process process;

  /** A server that is yet to be started, with these keys in its {@code chat.properties}. */
  public ChildServer(Map<String, String> config) {
    var properties = new Properties();
    properties.putAll(config);
    try {
      Files.createDirectories(home);
      try (var out = Files.newBufferedWriter(home.resolve("chat.properties"))) {
        properties.store(out, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that no client's end of a connection is given meanwhile. */
  static int freePort() {
    int first = FIRST_PORT + (int) (ProcessHandle.current().pid() % 1_000) * 5;
    for (int port = first; port < LAST_PORT; port++) {
      try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return probe.getLocalPort();
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
    throw new IllegalStateException("No port is free");
  }

  /** The chat's socket. */
  public URI ws() {
    return URI.create("ws://127.0.0.1:" + port + "/chat/ws");
  }

  /** The home, and what all runs of the server said in {@code server.log}. */
  public Path folder() {
    return folder;
  }

  /** Launches it; it can be connected to when it is ready, for which this does not wait. */
  public void start() {
    try {
      process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx512m",
                      "-XX:TieredStopAtLevel=1",
                      "-XX:+UseSerialGC",
                      "-Djava.io.tmpdir=" + folder,
                      "-Dit.target=" + Build.TARGET,
                      "-Dit.war=" + Build.WEBAPP,
                      "-cp",
                      System.getProperty("java.class.path"),
                      TomcatMain.class.getName(),
                      Integer.toString(port),
                      home.toString(),
                      folder.resolve("tomcat").toString()))
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it by SIGKILL; returns when it is gone. */
  public void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Ends it as its operator would; returns when it is gone. */
  public void stop() throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
        throw new IllegalStateException("It did not stop when told to; see " + folder);
      }
    }
  }

  /** Whether it has ended without being asked to. */
  public boolean isDead() {
    return process != null && !process.isAlive();
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
