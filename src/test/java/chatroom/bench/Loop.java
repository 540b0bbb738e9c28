package chatroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One thread that reads and writes for very many clients; all that a client does, it does on its
 * loop.
 *
 * <p>Thread safety: {@link #execute} and {@link #pace} are safe for use by any thread, all else is
 * for the loop's own.
 */
final class Loop implements AutoCloseable {
  /** What is done each time around, after everything has been read. */
  interface Pulse {
    void beat(long now);
  }

  private static final Pulse REST = now -> {};
  private static final int FIRST_BYTES = 1 << 18;
  private static final int IDLE_MILLIS = 100;

  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private byte[] bytes = new byte[FIRST_BYTES];
  private ByteBuffer buffer = ByteBuffer.wrap(bytes);
  private volatile Pulse pulse = REST;
  private volatile boolean over;

  /** Begins. */
  Loop(int number) {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(this::run, "load-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  /** Has the loop do something, soon. */
  void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** Has the loop beat so from now on. */
  void pace(Pulse next) {
    pulse = next;
    selector.wakeup();
  }

  /** Has the loop only read from now on. */
  void rest() {
    pulse = REST;
  }

  /** Has it beat now. */
  void nudge() {
    selector.wakeup();
  }

  SelectionKey register(SocketChannel channel, int interest, LoadClient client) throws IOException {
    return channel.register(selector, interest, client);
  }

  private void run() {
    try {
      while (!over) {
        selector.select(Loop::serve, IDLE_MILLIS);
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        pulse.beat(System.nanoTime());
      }
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void serve(SelectionKey key) {
    ((LoadClient) key.attachment()).serve(key);
  }

  /**
   * Reads once, behind what is there already.
   *
   * @param before bytes that were read and not used
   * @return how many bytes there are in {@link #bytes}, those of before among them; -1 if there
   *     will be no more
   */
  int read(SocketChannel channel, byte[] before) throws IOException {
    if (before.length > bytes.length / 2) {
      bytes = new byte[before.length * 3];
      buffer = ByteBuffer.wrap(bytes);
    }
    System.arraycopy(before, 0, bytes, 0, before.length);
    buffer.clear().position(before.length);
    return channel.read(buffer) == -1 ? -1 : buffer.position();
  }

  /** What was read last; the next read overwrites it. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public void close() {
    over = true;
    selector.wakeup();
  }
}
