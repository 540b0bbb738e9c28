package chatroom.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * Sees every line that the server's JVM logs, and which applications in it are still alive.
 *
 * <p>An application is known by its class loader, which is the context class loader of its first
 * log line, and held weakly: what is still there after a collection is held by something else.
 *
 * <p>Thread safety: any thread.
 */
final class ServerProbe extends Handler {
  /** Kept, because a level set on a collected logger is forgotten. */
  private static final Logger OURS = Logger.getLogger("chatroom");

  private final SimpleFormatter formatter = new SimpleFormatter();
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Map<ClassLoader, String> applications =
      Collections.synchronizedMap(new WeakHashMap<>());
  private volatile String deploying = "";

  /** A probe that hears all that is logged in this JVM, at every level from the application. */
  static ServerProbe install() {
    var probe = new ServerProbe();
    OURS.setLevel(Level.ALL);
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      handler.setLevel(Level.SEVERE);
    }
    root.addHandler(probe);
    return probe;
  }

  /** From now on new applications are called {@code context}. */
  void deploying(String context) {
    deploying = context;
  }

  @Override
  public void publish(LogRecord logged) {
    String logger = String.valueOf(logged.getLoggerName());
    lines.add(
        logged.getLevel() + " " + logger + " " + formatter.formatMessage(logged) + trace(logged));
    if (logger.startsWith("chatroom")) {
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      if (loader != null && loader.getClass().getName().contains("Webapp")) {
        applications.putIfAbsent(loader, deploying);
      }
    }
  }

  private static String trace(LogRecord logged) {
    Throwable thrown = logged.getThrown();
    if (thrown == null) {
      return "";
    }
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return System.lineSeparator() + text;
  }

  /** All lines so far. */
  List<String> log() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** How many applications called {@code context} something still holds on to. */
  int alive(String context) {
    System.gc();
    synchronized (applications) {
      return (int) applications.values().stream().filter(context::equals).count();
    }
  }

  /** The names of the running threads that belong to applications called {@code context}. */
  List<String> threads(String context) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> belongsTo(context, t))
        .map(Thread::getName)
        .sorted()
        .toList();
  }

  /** The names of those of them that wait for a peer to take in what is sent to it. */
  List<String> sending(String context) {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(t -> belongsTo(context, t.getKey()))
        .filter(t -> Stream.of(t.getValue()).anyMatch(ServerProbe::isSend))
        .map(t -> t.getKey().getName())
        .toList();
  }

  private static boolean isSend(StackTraceElement call) {
    return call.getClassName().equals("chatroom.endpoint.WebSocketTransport")
        && call.getMethodName().equals("sendAndWait");
  }

  private boolean belongsTo(String context, Thread thread) {
    return context.equals(applications.get(thread.getContextClassLoader()))
        || context.equals(applications.get(thread.getClass().getClassLoader()));
  }

  /** The bytes of heap in use after a collection. */
  static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public void flush() {
    // Lines are kept as they come.
  }

  @Override
  public void close() {
    // Holds nothing that needs closing.
  }
}
