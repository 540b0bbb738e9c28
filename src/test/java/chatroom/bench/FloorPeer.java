package chatroom.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the {@link FloorServer}, which trusts its clients: they send whole frames of less
 * than 64 KB.
 *
 * <p>Thread safety: for the server's thread.
 */
final class FloorPeer {
  private static final Pattern REQUEST =
      Pattern.compile("(?is)GET (\\S+) .*?Sec-WebSocket-Key: *(\\S+).*?\r\n\r\n");
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int FIN_TEXT = 0x81;
  private static final int CLOSE = 8;
  private static final int TEXT = 1;
  private static final int OPCODE = 0xF;
  private static final int LENGTH = 0x7F;
  private static final int TWO_BYTE_LENGTH = 126;
  private static final int EIGHT_BYTE_LENGTH = 127;
  private static final int LONG_LENGTH = 0xFFFF;
  private static final int MASK_BYTES = 4;
  private static final int IN_BYTES = 1 << 16;

  private final SocketChannel channel;
  private final int number;
  private final FloorServer server;
  private final ByteBuffer in = ByteBuffer.allocate(IN_BYTES);
  private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
  private @Nullable SelectionKey key;
  private @Nullable String room;

  FloorPeer(SocketChannel channel, int number, FloorServer server) {
    this.channel = channel;
    this.number = number;
    this.server = server;
  }

  void register(Selector selector) throws IOException {
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  int number() {
    return number;
  }

  void serve() {
    try {
      if (key != null && key.isWritable()) {
        flush();
      }
      if (channel.read(in) == -1) {
        end();
        return;
      }
      in.flip();
      if (room == null) {
        upgrade();
      }
      while (room != null && hear(room)) {
        // One frame after the other.
      }
      in.compact();
    } catch (IOException e) {
      end();
    }
  }

  private void upgrade() {
    Matcher request = REQUEST.matcher(new String(in.array(), 0, in.limit(), US_ASCII));
    if (request.lookingAt()) {
      in.position(request.end());
      room = request.group(1);
      write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accept(request.group(2))
                  + "\r\n\r\n")
              .getBytes(US_ASCII));
      server.entered(this, room);
    }
  }

  private static String accept(String asked) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder().encodeToString(sha1.digest((asked + MAGIC).getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads one frame; false if it is not whole, or the last. */
  private boolean hear(String where) {
    int head = in.remaining() < 2 || length(1) != TWO_BYTE_LENGTH ? 2 : 4;
    if (in.remaining() < head + MASK_BYTES) {
      return false;
    }
    int length = head == 2 ? length(1) : in.getShort(in.position() + 2) & LONG_LENGTH;
    if (in.remaining() < head + MASK_BYTES + length) {
      return false;
    }
    int opcode = in.get(in.position()) & OPCODE;
    int mask = in.position() + head;
    byte[] payload = new byte[length];
    for (int i = 0; i < length; i++) {
      payload[i] = (byte) (in.get(mask + MASK_BYTES + i) ^ in.get(mask + i % MASK_BYTES));
    }
    in.position(mask + MASK_BYTES + length);
    if (opcode == TEXT) {
      server.said(this, where, new String(payload, US_ASCII));
    } else if (opcode == CLOSE) {
      end();
      return false;
    }
    return true;
  }

  private int length(int at) {
    return in.get(in.position() + at) & LENGTH;
  }

  /** What a server sends: a text, not masked. */
  static byte[] frame(byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) FIN_TEXT);
    if (payload.length < TWO_BYTE_LENGTH) {
      frame.put((byte) payload.length);
    } else if (payload.length <= LONG_LENGTH) {
      frame.put((byte) TWO_BYTE_LENGTH).putShort((short) payload.length);
    } else {
      frame.put((byte) EIGHT_BYTE_LENGTH).putLong(payload.length);
    }
    return Arrays.copyOf(frame.put(payload).array(), frame.position());
  }

  void write(byte[] bytes) {
    unsent.add(ByteBuffer.wrap(bytes));
    if (unsent.size() == 1) {
      try {
        flush();
      } catch (IOException e) {
        end();
      }
    }
  }

  private void flush() throws IOException {
    for (ByteBuffer next = unsent.peek(); next != null; next = unsent.peek()) {
      channel.write(next);
      if (next.hasRemaining()) {
        watch(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        return;
      }
      unsent.remove();
    }
    watch(SelectionKey.OP_READ);
  }

  private void watch(int interest) {
    if (key != null && key.isValid()) {
      key.interestOps(interest);
    }
  }

  private void end() {
    if (room != null) {
      server.left(this, room);
    }
    try {
      channel.close();
    } catch (IOException e) {
      // It is over in any case.
    }
  }
}
