package chatroom.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Says on a WebSocket what a proper client refuses to say, and does only what it is told: it
 * answers no ping and reads nothing by itself.
 *
 * <p>Thread safety: one thread reads; any thread writes.
 */
public final class RawSocket implements AutoCloseable {
  /** Opcodes of RFC 6455. */
  public static final int CONTINUATION = 0;

  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  private static final int FIN = 0x80;
  private static final int RSV1 = 0x40;
  private static final int MASKED = 0x80;
  private static final int SHORT_LENGTH = 125;
  private static final int TWO_BYTE_LENGTH = 126;
  private static final int EIGHT_BYTE_LENGTH = 127;
  private static final byte[] MASK = {1, 2, 3, 4};

  private final URI address;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final Lock writing = new ReentrantLock();

  private RawSocket(URI address, Socket socket) throws IOException {
    this.address = address;
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  /** A TCP connection to the server of the address, on which nothing has been said. */
  public static RawSocket open(URI address) {
    return open(address, new Socket());
  }

  /** The same with a receive buffer that is soon full. */
  public static RawSocket openNarrow(URI address) {
    try {
      var narrow = new Socket();
      narrow.setReceiveBufferSize(4096);
      return open(address, narrow);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RawSocket open(URI address, Socket socket) {
    try {
      socket.setSoTimeout((int) Eventually.BOUND.toMillis());
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
      return new RawSocket(address, socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for what is to be read as long as it takes. */
  public RawSocket patient() {
    try {
      socket.setSoTimeout(0);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for the upgrade and returns the head of the answer: status line and headers. */
  public String handshake(String... headers) {
    request(headers);
    return head();
  }

  /** Asks for the upgrade; fails unless it is granted. */
  public RawSocket upgraded(String... headers) {
    request(headers);
    return granted();
  }

  /** Takes the answer to the request for the upgrade; fails unless it is granted. */
  public RawSocket granted() {
    String head = head();
    if (!head.startsWith("HTTP/1.1 101")) {
      throw new AssertionError(head);
    }
    return this;
  }

  /** Takes the greeting; fails unless it is welcome, users, history. */
  public RawSocket greeted() {
    for (String type : new String[] {"welcome", "users", "history"}) {
      JsonObject frame = take();
      if (!frame.getString("type").equals(type)) {
        throw new AssertionError("Expected " + type + " but got " + frame);
      }
    }
    return this;
  }

  /** Asks for the upgrade without waiting for the answer. */
  public void request(String... headers) {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    var head = new StringBuilder("GET " + address.getRawPath() + query + " HTTP/1.1\r\n");
    head.append("Host: ").append(address.getAuthority()).append("\r\n");
    head.append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n");
    head.append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    write(head.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  private String head() {
    var head = new ByteArrayOutputStream();
    try {
      while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        head.write(in.readByte());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return head.toString(ISO_8859_1);
  }

  /** Sends a text frame. */
  public void send(String text) {
    send(TEXT, true, text.getBytes(UTF_8));
  }

  /** Sends a masked frame of any kind. */
  public void send(int opcode, boolean last, byte[] payload) {
    var frame = new ByteArrayOutputStream();
    frame.write(last ? FIN | opcode : opcode);
    writeLength(frame, MASKED, payload.length);
    frame.writeBytes(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ MASK[i % MASK.length]);
    }
    write(frame.toByteArray());
  }

  /** Sends a frame that no client may send: without a mask. */
  public void sendUnmasked(String text) {
    var frame = new ByteArrayOutputStream();
    frame.write(FIN | TEXT);
    writeLength(frame, 0, text.getBytes(UTF_8).length);
    frame.writeBytes(text.getBytes(UTF_8));
    write(frame.toByteArray());
  }

  /** Announces a text frame of so many bytes and sends none of them. */
  public void announce(long length) {
    var frame = new ByteArrayOutputStream();
    frame.write(FIN | TEXT);
    writeLength(frame, MASKED, length);
    frame.writeBytes(MASK);
    write(frame.toByteArray());
  }

  private static void writeLength(ByteArrayOutputStream frame, int masked, long length) {
    if (length <= SHORT_LENGTH) {
      frame.write(masked | (int) length);
    } else if (length <= 0xFFFF) {
      frame.write(masked | TWO_BYTE_LENGTH);
      frame.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) length).array());
    } else {
      frame.write(masked | EIGHT_BYTE_LENGTH);
      frame.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }
  }

  /** Sends bytes as they are; fails if the server no longer takes them. */
  public void write(byte[] bytes) {
    writing.lock();
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
  }

  /** Sends a frame that the server may refuse while it is still being sent. */
  public void sendAsFarAsTaken(int opcode, byte[] payload) {
    try {
      send(opcode, true, payload);
    } catch (UncheckedIOException refused) {
      // What the server has to say about it can still be read.
    }
  }

  /** The next text, put together if it comes in parts; fails if the connection ends before. */
  public String takeText() {
    var text = new ByteArrayOutputStream();
    try {
      while (true) {
        Frame frame = next();
        if (frame.opcode() == CLOSE) {
          throw new AssertionError("Closed with " + frame.closeCode());
        }
        if (frame.opcode() == TEXT || frame.opcode() == CONTINUATION) {
          text.writeBytes(frame.payload());
          if (frame.last()) {
            return text.toString(UTF_8);
          }
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The next frame that holds text, as an object. */
  public JsonObject take() {
    return TestClient.parse(takeText());
  }

  /** Reads on to the end: the close code, or {@link TestClient#BROKEN} if there was none. */
  public int closeCode() {
    try {
      Frame frame = next();
      while (frame.opcode() != CLOSE) {
        frame = next();
      }
      return frame.closeCode();
    } catch (SocketTimeoutException e) {
      throw new AssertionError("Still open", e);
    } catch (IOException e) {
      return TestClient.BROKEN;
    }
  }

  /** The next frame of any kind, whole, inflated if it is compressed. */
  public Frame next() throws IOException {
    int first = in.readUnsignedByte();
    long length = in.readUnsignedByte();
    if (length == TWO_BYTE_LENGTH) {
      length = in.readUnsignedShort();
    } else if (length == EIGHT_BYTE_LENGTH) {
      length = in.readLong();
    }
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    boolean compressed = (first & RSV1) != 0;
    return new Frame(first & 0xF, (first & FIN) != 0, compressed ? inflated(payload) : payload);
  }

  /** Only right for the first compressed message, which has no context before it. */
  private static byte[] inflated(byte[] payload) throws IOException {
    var inflater = new Inflater(true);
    inflater.setInput(ByteBuffer.allocate(payload.length + 4).put(payload).putInt(0xFFFF).array());
    var plain = new ByteArrayOutputStream();
    var piece = new byte[8192];
    try {
      for (int n = inflater.inflate(piece); n > 0; n = inflater.inflate(piece)) {
        plain.write(piece, 0, n);
      }
    } catch (DataFormatException e) {
      throw new IOException(e);
    } finally {
      inflater.end();
    }
    return plain.toByteArray();
  }

  /** Is gone at once, as when the machine lost its network: TCP tells of it by a reset. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends TCP without a close frame, as when the program was killed. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A frame as it came. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Frame(int opcode, boolean last, byte[] payload) {
    /** The code in a close frame; 1005 if it has none. */
    public int closeCode() {
      return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    }
  }
}
