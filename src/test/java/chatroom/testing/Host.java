package chatroom.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A running servlet container that takes the application under any context, and lets it go again.
 */
interface Host extends AutoCloseable {
  /** Where the container listens; ends with a slash. */
  URI base();

  /** The folder from which the application called {@code context} will read its configuration. */
  Path home(String context);

  /** Returns once the application answers at {@code base() + context}. */
  void deploy(String context);

  /** Returns once the application is gone. */
  void undeploy(String context);

  /** All that was logged in the container's JVM. */
  List<String> log();

  /** How many applications once called {@code context} are still held in memory. */
  int alive(String context);

  /**
   * How many ended applications the container and the JDK may keep in pools and caches of theirs.
   */
  int mayBeKept();

  /** The names of the running threads that belong to applications called {@code context}. */
  List<String> threads(String context);

  /** The names of those of them that wait for a peer to take in what is sent to it. */
  List<String> sending(String context);

  /** The bytes of heap in use after a collection. */
  long heap();

  /** Stops the container as its operator would, with whatever is deployed in it. */
  @Override
  void close();

  /** The container that the whole test run shares. */
  static Host shared() {
    return SharedHost.INSTANCE;
  }

  /** A container of one's own, to be stopped. */
  static Host alone() {
    return Build.SERVER.equals("payara") ? new PayaraHost() : new TomcatHost();
  }

  /** Started by whoever asks first; stopped with the test JVM. */
  final class SharedHost {
    static final Host INSTANCE = start();

    private SharedHost() {}

    private static Host start() {
      Host host = alone();
      Runtime.getRuntime().addShutdownHook(new Thread(host::close));
      return host;
    }
  }
}
