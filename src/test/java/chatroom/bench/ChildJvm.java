package chatroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A server in a JVM of its own with the JVM's usual settings, which ends with this one.
 *
 * <p>Thread safety: for one thread.
 */
final class ChildJvm implements AutoCloseable {
  private static final Path BUILD = Path.of(System.getProperty("it.target", "target"));
  private static final Path WEBAPP = Path.of(System.getProperty("it.war", "target/chat"));

  /** Tomcat brings a newer API, which works only without these in front of it. */
  private static final List<String> TOMCAT_HAS =
      List.of("jakarta.servlet-api-", "jakarta.websocket-api-", "jakarta.websocket-client-api-");

  private final Process process;
  private final Target target;

  private ChildJvm(Process process, Target target) {
    this.process = process;
    this.target = target;
  }

  /**
   * The packaged application with its log in memory and without a rate.
   *
   * @param clients how many will come
   * @param rooms what rooms there have to be
   */
  static ChildJvm chat(int clients, List<String> rooms) {
    return chat(
        clients,
        rooms.size() > 1 ? Map.of("rooms", "general," + String.join(",", rooms)) : Map.of());
  }

  /**
   * The packaged application with its log in memory and without a rate.
   *
   * @param clients how many will come
   * @param more what else is configured
   */
  static ChildJvm chat(int clients, Map<String, String> more) {
    if (!Files.isDirectory(WEBAPP)) {
      throw new IllegalStateException(
          WEBAPP + " is not there: 'mvn package -DskipUnitTests' makes it, or say --url");
    }
    Path folder = freshFolder("war");
    var config = new Properties();
    config.setProperty("log", "memory");
    config.setProperty("rate-limit", "0");
    config.setProperty("max-clients", Integer.toString(clients + 1));
    config.putAll(more);
    Path home = folder.resolve("home");
    try (var out =
        Files.newBufferedWriter(Files.createDirectory(home).resolve("chat.properties"))) {
      config.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(
        "war", false, folder, TomcatServer.class, "" + folder, "" + clients, home.toString());
  }

  /** A stock Tomcat with the naive endpoint. */
  static ChildJvm naive(int clients) {
    return bare(TomcatServer.NAIVE, clients);
  }

  /** A stock Tomcat with the gathering endpoint. */
  static ChildJvm gathering(int clients) {
    return bare(TomcatServer.GATHERING, clients);
  }

  private static ChildJvm bare(String name, int clients) {
    Path folder = freshFolder(name);
    return start(name, true, folder, TomcatServer.class, "" + folder, "" + clients, name);
  }

  /**
   * The bare floor.
   *
   * @param joins whether it sends in one frame what is said in one turn
   */
  static ChildJvm floor(boolean joins) {
    Path folder = freshFolder("floor");
    String how = joins ? FloorServer.JOIN : "";
    return start("floor", true, folder, FloorServer.class, how);
  }

  /** Where it is. */
  Target target() {
    return target;
  }

  private static ChildJvm start(
      String name, boolean bare, Path folder, Class<?> main, String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-Dit.target=" + BUILD.toAbsolutePath(),
                "-Dit.war=" + WEBAPP.toAbsolutePath(),
                "-cp",
                classPath(),
                main.getName()));
    command.addAll(List.of(args));
    Path log = folder.resolve("server.log");
    try {
      Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
      BufferedReader out = process.inputReader(UTF_8);
      String line = out.readLine();
      if (line == null || !line.startsWith(ChildMain.LISTENS)) {
        process.destroyForcibly();
        throw new IllegalStateException("The server '" + name + "' did not start; see " + log);
      }
      int port = Integer.parseInt(line.substring(ChildMain.LISTENS.length()));
      URI url = URI.create("ws://127.0.0.1:" + port + "/chat/ws");
      return new ChildJvm(process, new Target(name, url, OptionalLong.of(process.pid()), bare));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path freshFolder(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(BUILD.resolve("bench")), name + "-")
          .toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return Arrays.stream(ClassPath.own().split(File.pathSeparator, -1))
        .filter(it -> TOMCAT_HAS.stream().noneMatch(it::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
