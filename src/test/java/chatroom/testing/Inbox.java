package chatroom.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one WebSocket received, in order, until somebody takes it; answers pings and a goodbye
 * as every client does.
 *
 * <p>Thread safety: all fields are guarded by this; a thread of its own reads.
 */
final class Inbox {
  private final RawSocket socket;
  private final boolean lines;
  private final ProtocolWatch watch;
  private final Deque<String> frames = new ArrayDeque<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private boolean paused;
  private boolean goodbyeSaid;
  private int pings;
  private int messages;

  /**
   * Reads what comes over that socket from now on.
   *
   * @param lines whether each line of a text is kept as if it had come by itself
   * @param watch is shown each frame
   */
  Inbox(RawSocket socket, boolean lines, ProtocolWatch watch) {
    this.socket = socket;
    this.lines = lines;
    this.watch = watch;
    Thread reader = new Thread(this::read, "test-client");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    var message = new ByteArrayOutputStream();
    int end = TestClient.BROKEN;
    try {
      for (RawSocket.Frame frame = next(); frame != null; frame = next()) {
        switch (frame.opcode()) {
          case RawSocket.PING -> ping(frame);
          case RawSocket.PONG -> {}
          default -> {
            message.writeBytes(frame.payload());
            if (frame.last()) {
              add(frame.opcode() == RawSocket.BINARY, message);
              message.reset();
            }
          }
          case RawSocket.CLOSE -> {
            end = frame.closeCode();
            sayGoodbye(frame.payload());
            return;
          }
        }
      }
    } catch (IOException | UncheckedIOException broken) {
      // The connection is over, as closeCode() says.
    } finally {
      over(end);
    }
  }

  /** The next frame, when it may be read. */
  private RawSocket.@Nullable Frame next() throws IOException {
    synchronized (this) {
      while (paused) {
        try {
          wait();
        } catch (InterruptedException e) {
          return null;
        }
      }
    }
    return socket.next();
  }

  private void add(boolean binary, ByteArrayOutputStream message) {
    List<String> came = frames(binary, message);
    came.forEach(watch::received);
    synchronized (this) {
      messages++;
      frames.addAll(came);
      notifyAll();
    }
  }

  private List<String> frames(boolean binary, ByteArrayOutputStream message) {
    if (lines) {
      return List.of(message.toString(UTF_8).split("\n", -1));
    }
    return List.of(
        binary ? "binary frame of " + message.size() + " bytes" : message.toString(UTF_8));
  }

  private void ping(RawSocket.Frame ping) {
    synchronized (this) {
      pings++;
    }
    socket.send(RawSocket.PONG, true, ping.payload());
  }

  /** Sends a close frame unless one has been sent. */
  void sayGoodbye(byte[] payload) {
    synchronized (this) {
      if (goodbyeSaid) {
        return;
      }
      goodbyeSaid = true;
    }
    socket.send(RawSocket.CLOSE, true, payload);
  }

  /** Lets go of the connection, which is over with this code unless it was before. */
  void over(int code) {
    socket.close();
    closed.complete(code);
    synchronized (this) {
      notifyAll();
    }
  }

  /** Takes nothing more from the socket, so that it fills up. */
  synchronized void pause() {
    paused = true;
  }

  /** Takes from the socket again. */
  synchronized void resume() {
    paused = false;
    notifyAll();
  }

  synchronized int pings() {
    return pings;
  }

  /** How many messages came, however many lines they held. */
  synchronized int messages() {
    return messages;
  }

  boolean isClosed() {
    return closed.isDone();
  }

  /** The oldest frame not yet taken; an {@link AssertionError} if none comes. */
  synchronized String take() {
    long end = System.nanoTime() + Eventually.BOUND.toNanos();
    while (frames.isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (closed.isDone()) {
        throw new AssertionError("Closed with " + closeCode() + " instead of a frame");
      }
      if (left <= 0) {
        throw new AssertionError(
            "No frame came after " + messages + "; the server: " + ServerThreads.busy());
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return frames.remove();
  }

  /** How many frames wait to be taken. */
  synchronized int waiting() {
    return frames.size();
  }

  /**
   * The code that the connection was closed with; an {@link AssertionError} if it is not closed.
   */
  int closeCode() {
    try {
      return closed.get(Eventually.BOUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Still open", e);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
