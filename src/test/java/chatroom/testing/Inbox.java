package chatroom.testing;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what one WebSocket received, in order, until somebody takes it.
 *
 * <p>Thread safety: all fields are guarded by this.
 */
final class Inbox implements WebSocket.Listener {
  private final Deque<String> frames = new ArrayDeque<>();
  private final StringBuilder fragments = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private @Nullable WebSocket socket;
  private boolean paused;
  private int pings;

  @Override
  public synchronized void onOpen(WebSocket opened) {
    socket = opened;
    opened.request(1);
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onText(
      WebSocket from, CharSequence data, boolean last) {
    fragments.append(data);
    if (last) {
      frames.add(fragments.toString());
      fragments.setLength(0);
      notifyAll();
    }
    readOn(from);
    return null;
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onBinary(
      WebSocket from, ByteBuffer data, boolean last) {
    frames.add("binary frame of " + data.remaining() + " bytes");
    notifyAll();
    readOn(from);
    return null;
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer data) {
    pings++;
    readOn(from);
    return null;
  }

  private void readOn(WebSocket from) {
    if (!paused) {
      from.request(1);
    }
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onClose(
      WebSocket from, int code, String reason) {
    closed.complete(code);
    notifyAll();
    return null;
  }

  @Override
  public synchronized void onError(WebSocket from, Throwable error) {
    closed.complete(TestClient.BROKEN);
    notifyAll();
  }

  /** Takes nothing more from the socket, so that it fills up. */
  synchronized void pause() {
    paused = true;
  }

  /** Takes from the socket again. */
  synchronized void resume() {
    paused = false;
    if (socket != null) {
      socket.request(1);
    }
  }

  synchronized int pings() {
    return pings;
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
        throw new AssertionError("No frame came");
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
