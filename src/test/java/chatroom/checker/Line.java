package chatroom.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatroom.testing.RawSocket;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;

/**
 * One WebSocket that speaks {@code chat.v1}: what the server says is handed on line by line, and
 * pings and a goodbye are answered.
 *
 * <p>Thread safety: any thread; the {@link Ear} is called by a thread of the line's own.
 */
final class Line {
  private static final String OFFER = "Sec-WebSocket-Protocol: chat.v1";
  private static final byte[] NORMAL_CLOSURE = {1000 >> 8, (byte) 1000};

  private final RawSocket socket;
  private final Ear ear;
  private boolean frozen;

  private Line(RawSocket socket, Ear ear) {
    this.socket = socket;
    this.ear = ear;
  }

  /** Hears what comes over a line. */
  interface Ear {
    /** The server said this object. */
    void heard(String object);

    /** The line is over, by any side; {@link TestClient#BROKEN} if no code was said. */
    void ended(int code);
  }

  /**
   * A line on which nothing has been said.
   *
   * @param narrow whether it is soon full when it is not read
   * @throws UncheckedIOException if there is no server, or it wants no line now
   */
  static Line open(URI address, boolean narrow, Ear ear) {
    RawSocket socket = narrow ? RawSocket.openNarrow(address) : RawSocket.open(address);
    try {
      String head = socket.handshake(OFFER);
      if (!head.startsWith("HTTP/1.1 101")) {
        throw new UncheckedIOException(new IOException(head));
      }
      if (!head.toLowerCase(Locale.ROOT).contains(OFFER.toLowerCase(Locale.ROOT))) {
        throw new IllegalStateException("The server does not speak chat.v1: " + head);
      }
      Line line = new Line(socket.patient(), ear);
      Thread reader = new Thread(line::read, "line");
      reader.setDaemon(true);
      reader.start();
      return line;
    } catch (UncheckedIOException | IllegalStateException e) {
      socket.close();
      throw e;
    }
  }

  private void read() {
    var message = new ByteArrayOutputStream();
    int code = TestClient.BROKEN;
    try {
      while (true) {
        awaitThaw();
        RawSocket.Frame frame = socket.next();
        if (frame.opcode() == RawSocket.CLOSE) {
          code = frame.closeCode();
          socket.send(RawSocket.CLOSE, true, frame.payload());
          return;
        } else if (frame.opcode() == RawSocket.PING) {
          socket.send(RawSocket.PONG, true, frame.payload());
        } else if (frame.opcode() != RawSocket.PONG) {
          message.writeBytes(frame.payload());
          if (frame.last()) {
            message.toString(UTF_8).lines().filter(it -> !it.isBlank()).forEach(ear::heard);
            message.reset();
          }
        }
      }
    } catch (IOException | UncheckedIOException | InterruptedException over) {
      // The ear is told so.
    } finally {
      socket.close();
      ear.ended(code);
    }
  }

  private synchronized void awaitThaw() throws InterruptedException {
    while (frozen) {
      wait();
    }
  }

  /** Says objects in one frame; that the line is over is told to the ear alone. */
  void say(Iterable<JsonObject> objects) {
    var frame = new StringBuilder();
    objects.forEach(it -> frame.append(frame.isEmpty() ? "" : "\n").append(it));
    socket.sendAsFarAsTaken(RawSocket.TEXT, frame.toString().getBytes(UTF_8));
  }

  /** Takes nothing more from the socket, so that it fills up. */
  synchronized void freeze() {
    frozen = true;
  }

  /** Takes from the socket again. */
  synchronized void thaw() {
    frozen = false;
    notifyAll();
  }

  /** Is gone at once, by a TCP reset. */
  void cut() {
    try {
      socket.reset();
    } catch (UncheckedIOException over) {
      // It was gone before.
    }
    thaw();
  }

  /**
   * Says that it is leaving for good; the end is told to the ear when the server has said so too.
   */
  void leave() {
    socket.sendAsFarAsTaken(RawSocket.CLOSE, NORMAL_CLOSURE);
    thaw();
  }
}
