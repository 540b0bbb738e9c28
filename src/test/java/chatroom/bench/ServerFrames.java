package chatroom.bench;

/**
 * Takes whole frames (RFC 6455, 5.2) out of the bytes that a server has sent.
 *
 * <p>Thread safety: no state.
 */
final class ServerFrames {
  /** Told what there is, in order. The bytes are the caller's again afterwards. */
  interface Ear {
    /**
     * A part of a message.
     *
     * @param first whether the message begins with it
     * @param last whether it ends with it
     */
    void part(byte[] in, int from, int to, boolean first, boolean last);

    /** A ping, to be answered with the same payload. */
    void ping(byte[] in, int from, int to);

    /** The last frame there is. */
    void close(int code);
  }

  private static final int CONTINUATION = 0;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int LAST = 0x80;
  private static final int RESERVED = 0x70;
  private static final int OPCODE = 0xF;
  private static final int SHORT_HEAD = 2;
  private static final int TWO_BYTE_LENGTH = 126;
  private static final int EIGHT_BYTE_LENGTH = 127;
  private static final int NO_CODE = 1005;

  private ServerFrames() {}

  /**
   * Reads all that is whole.
   *
   * @return where the first byte is that was not read, for it belongs to a frame that is not whole
   * @throws IllegalStateException if no server may send this: a mask, an extension, a frame without
   *     end
   */
  static int read(byte[] in, int from, int to, Ear ear) {
    int at = from;
    while (to - at >= SHORT_HEAD) {
      int marker = in[at + 1];
      int head = marker == TWO_BYTE_LENGTH ? 4 : marker == EIGHT_BYTE_LENGTH ? 10 : SHORT_HEAD;
      if (to - at < head) {
        return at;
      }
      long length = head == SHORT_HEAD ? marker : number(in, at + SHORT_HEAD, at + head);
      // A mask is the highest bit, which makes the length negative, too.
      if (length < 0 || length > Integer.MAX_VALUE / 2 || (in[at] & RESERVED) != 0) {
        throw new IllegalStateException("The server sent what it may not");
      }
      int payload = at + head;
      if (to - payload < length) {
        return at;
      }
      int end = payload + (int) length;
      hear(in[at], in, payload, end, ear);
      at = end;
    }
    return at;
  }

  private static long number(byte[] in, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = (number << Byte.SIZE) | (in[i] & 0xFF);
    }
    return number;
  }

  private static void hear(byte first, byte[] in, int from, int to, Ear ear) {
    int opcode = first & OPCODE;
    if (opcode <= BINARY) {
      ear.part(in, from, to, opcode != CONTINUATION, (first & LAST) != 0);
    } else if (opcode == PING) {
      ear.ping(in, from, to);
    } else if (opcode == CLOSE) {
      ear.close(to - from < Short.BYTES ? NO_CODE : (int) number(in, from, from + Short.BYTES));
    } else if (opcode != PONG) {
      throw new IllegalStateException("The server sent a frame of the unknown kind " + opcode);
    }
  }
}
