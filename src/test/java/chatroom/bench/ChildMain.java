package chatroom.bench;

import java.io.IOException;

/**
 * What the servers in JVMs of their own have in common: they say where they listen, and end with
 * whoever started them.
 *
 * <p>Thread safety: for the main thread.
 */
final class ChildMain {
  /** Before the port, on the first line. */
  static final String LISTENS = "listening on ";

  private ChildMain() {}

  /** Says it, and returns when there is nobody any more who wants it. */
  static void serve(int port) throws IOException {
    System.out.println(LISTENS + port);
    while (System.in.read() != -1) {
      // Nothing is said to it.
    }
  }
}
