package chatroom.bench;

import java.nio.ByteBuffer;

/**
 * Makes whole frames as a client must send them: masked (RFC 6455, 5.3).
 *
 * <p>Thread safety: no state.
 */
final class ClientFrames {
  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PONG = 10;

  private static final int LAST = 0x80;
  private static final int MASKED = 0x80;
  private static final int SHORT_LENGTH = 125;
  private static final int LONG_LENGTH = 0xFFFF;
  private static final int TWO_BYTE_LENGTH = 126;
  private static final int EIGHT_BYTE_LENGTH = 127;
  private static final int LONGEST_HEAD = 14;

  private ClientFrames() {}

  /**
   * One frame, ready to be written.
   *
   * @param mask any number; a client takes another one for each frame
   */
  static ByteBuffer of(int opcode, byte[] payload, int mask) {
    ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEAD + payload.length);
    frame.put((byte) (LAST | opcode));
    if (payload.length <= SHORT_LENGTH) {
      frame.put((byte) (MASKED | payload.length));
    } else if (payload.length <= LONG_LENGTH) {
      frame.put((byte) (MASKED | TWO_BYTE_LENGTH)).putShort((short) payload.length);
    } else {
      frame.put((byte) (MASKED | EIGHT_BYTE_LENGTH)).putLong(payload.length);
    }
    frame.putInt(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ (mask >> (Byte.SIZE * (3 - i % Integer.BYTES)))));
    }
    return frame.flip();
  }
}
