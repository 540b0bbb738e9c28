package chatroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged application running in a real container, with a configuration, a home folder and a
 * context path that no other one has.
 *
 * <p>Which container is the build's choice; a test cannot tell. Unless told otherwise all of them
 * share one container and its JVM.
 *
 * <p>Thread safety: for the thread that started it.
 */
public final class ChatServer implements AutoCloseable {
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final Pattern CAME_OR_LEFT =
      Pattern.compile(" \\((\\d+)\\) (connected from|left:)");

  private final Host host;
  private final String context;
  private final boolean alone;
  private final int firstLine;
  private boolean running;
  private boolean hostStopped;

  private ChatServer(Host host, String context, boolean alone) {
    this.host = host;
    this.context = context;
    this.alone = alone;
    this.firstLine = host.log().size();
  }

  /** The application as it is shipped. */
  public static ChatServer start() {
    return start(Map.of());
  }

  /** The application with these keys in its {@code chat.properties}. */
  public static ChatServer start(Map<String, String> config) {
    return start(Host.shared(), config, false);
  }

  /** The application in a container of its own, which {@link #stop()} stops too. */
  public static ChatServer startAlone(Map<String, String> config) {
    return start(Host.alone(), config, true);
  }

  /** Another one in the same container. */
  public ChatServer beside() {
    return start(host, Map.of(), false);
  }

  private static ChatServer start(Host host, Map<String, String> config, boolean alone) {
    var server = new ChatServer(host, "chat" + STARTED.incrementAndGet(), alone);
    server.configure(config);
    server.deploy();
    return server;
  }

  private void configure(Map<String, String> config) {
    var properties = new Properties();
    properties.putAll(config);
    try (var out = Files.newBufferedWriter(home().resolve("chat.properties"))) {
      properties.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the next {@link #deploy} on, with this key alone in its {@code chat.properties}. */
  public void say(String key, String value) {
    configure(Map.of(key, value));
  }

  /** From the next {@link #deploy} on, that file of the page is changed so; in Tomcat alone. */
  public void change(String path, UnaryOperator<String> how) {
    Path file = home().resolve(TomcatApplication.CHANGED).resolve(path);
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, how.apply(Files.readString(Build.WEBAPP.resolve(path))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the container is Payara, for the few things that are the container's own. */
  public static boolean onPayara() {
    return Build.SERVER.equals("payara");
  }

  /** Where the application keeps what is its own. */
  public Path home() {
    return host.home(context);
  }

  /** The name that the application has in the container: the context path without its slash. */
  public String context() {
    return context;
  }

  /** The page; ends with a slash. */
  public URI url() {
    return host.base().resolve(context + "/");
  }

  /** The chat's socket. */
  public URI ws() {
    return socket("ws");
  }

  /** The echo's socket. */
  public URI echo() {
    return socket("echo");
  }

  private URI socket(String path) {
    return URI.create("ws" + url().resolve(path).toString().substring("http".length()));
  }

  /** The lines that the container's JVM has logged since before this application was started. */
  public List<String> log() {
    List<String> all = host.log();
    return all.subList(firstLine, all.size());
  }

  /** Returns once everybody who connected has left, as it logs it. */
  public void awaitEmpty() {
    Eventually.until("everybody left", () -> present().isEmpty());
  }

  private Set<String> present() {
    Set<String> present = new HashSet<>();
    for (String line : log()) {
      Matcher found = CAME_OR_LEFT.matcher(line);
      if (found.find()) {
        boolean unused =
            found.group(2).equals("left:")
                ? present.remove(found.group(1))
                : present.add(found.group(1));
      }
    }
    return present;
  }

  /** How many runs of this application are still held in memory, after a collection. */
  public int alive() {
    return host.alive(context);
  }

  /** How many of these are the container's own doing, in pools and caches that do not grow. */
  public int mayBeKept() {
    return host.mayBeKept();
  }

  /** The names of the threads that runs of this application have left or are using. */
  public List<String> threads() {
    return host.threads(context);
  }

  /** The names of those of them that wait for a peer to take in what is sent to it. */
  public List<String> sending() {
    return host.sending(context);
  }

  /** The bytes of heap that the container's JVM uses, after a collection. */
  public long heap() {
    return host.heap();
  }

  /** Puts the application into the container. */
  public void deploy() {
    host.deploy(context);
    running = true;
  }

  /** Takes the application out of the container, which goes on. */
  public void undeploy() {
    if (running) {
      running = false;
      host.undeploy(context);
    }
  }

  /** The same application with the same home at the same address, begun anew. */
  public void restart() {
    undeploy();
    deploy();
  }

  /** The application's end, and its container's if that is its own. */
  public void stop() {
    if (!alone) {
      undeploy();
    } else if (!hostStopped) {
      hostStopped = true;
      host.close();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
