package chatroom.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Takes from an Exif block the one thing that is needed to show the picture, which is how to turn
 * it. Where it was taken, by whom and with what stays behind.
 *
 * <p>Thread safety: without state.
 */
final class Exif {
  /** As it is, without being turned. */
  static final int UPRIGHT = 1;

  private static final int TURNED_FIRST = 5;
  private static final int LAST = 8;
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int HEADER = 8;
  private static final int ENTRY = 12;

  private Exif() {}

  /**
   * The orientation that a block of TIFF names, 1 to 8.
   *
   * @param tiff from its byte order on; whatever is wrong with it, the picture is as it is
   */
  static int orientation(byte[] tiff) {
    if (tiff.length < HEADER || tiff[0] != tiff[1] || (tiff[0] != 'I' && tiff[0] != 'M')) {
      return UPRIGHT;
    }
    ByteBuffer block = ByteBuffer.wrap(tiff);
    block.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = block.getInt(4) & 0xFFFFFFFFL;
    if (directory > tiff.length - 2) {
      return UPRIGHT;
    }
    block.position((int) directory);
    int entries = block.getShort() & 0xFFFF;
    while (entries-- > 0 && block.remaining() >= ENTRY) {
      int entry = block.position();
      if (block.getShort(entry) == TAG && block.getShort(entry + 2) == SHORT) {
        int value = block.getShort(entry + 8);
        return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
      }
      block.position(entry + ENTRY);
    }
    return UPRIGHT;
  }

  /** A block of TIFF that names an orientation and nothing else. */
  static byte[] only(int orientation) {
    return ByteBuffer.allocate(HEADER + 2 + ENTRY + 4)
        .put((byte) 'M')
        .put((byte) 'M')
        .putShort((short) 42)
        .putInt(HEADER)
        .putShort((short) 1)
        .putShort((short) TAG)
        .putShort((short) SHORT)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  /** What is known of a picture that is stored so wide and high and is turned like that. */
  static Picture turned(ImageType type, int width, int height, int orientation) {
    return orientation >= TURNED_FIRST
        ? new Picture(type, height, width)
        : new Picture(type, width, height);
  }
}
