package chatroom.testing;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What the server's own threads are doing, to be told when a test waits in vain. */
final class ServerThreads {
  private static final int DEPTH = 6;

  private ServerThreads() {}

  /** Those that are doing something or wait for something of theirs, in one line. */
  static String busy() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(
            it -> it.getKey().getName().matches(".*-(lane|writer|heartbeat|encoder|guests|log).*"))
        .filter(it -> !isIdle(it.getValue()))
        .map(ServerThreads::told)
        .collect(Collectors.joining("; ", "[", "]"));
  }

  private static boolean isIdle(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(it -> it.getMethodName().equals("getTask"));
  }

  private static String told(Map.Entry<Thread, StackTraceElement[]> thread) {
    return thread.getKey().getName()
        + " "
        + thread.getKey().getState()
        + " at "
        + Arrays.stream(thread.getValue())
            .limit(DEPTH)
            .map(it -> it.getFileName() + ":" + it.getLineNumber())
            .collect(Collectors.joining(" < "));
  }
}
