package chatroom.image;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Proves that the compressed pixels of a PNG are exactly as many as its header says, by unpacking
 * them to nowhere: what unpacks to more is stopped there.
 *
 * <p>Thread safety: none; for one picture.
 */
final class PngPixels implements AutoCloseable {
  /** Of each colour type its samples a pixel. */
  private static final Map<Integer, Integer> SAMPLES = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);

  /** Of each colour type the bits that a sample may have. */
  private static final Map<Integer, Set<Integer>> DEPTHS =
      Map.of(
          0, Set.of(1, 2, 4, 8, 16),
          2, Set.of(8, 16),
          3, Set.of(1, 2, 4, 8),
          4, Set.of(8, 16),
          6, Set.of(8, 16));

  /** Of each of the seven passes where it begins and how far it steps: x, y, dx, dy. */
  private static final String PASSES = "0088 4088 0448 2044 0224 1022 0112";

  private final int width;
  private final int height;
  private final int bits;
  private final long expected;
  private final Inflater inflater = new Inflater();
  private final byte[] nowhere = new byte[65_536];
  private long unpacked;

  /**
   * @param header the content of IHDR
   * @throws BadImage if there is no such picture, or too much of it
   */
  PngPixels(ByteBuffer header) throws BadImage {
    width = header.getInt();
    height = header.getInt();
    int depth = header.get();
    int colour = header.get();
    int compressedAndFiltered = header.getShort();
    int interlaced = header.get();
    var unused = new Bounds(width, height);
    if (compressedAndFiltered != 0
        || interlaced >> 1 != 0
        || !DEPTHS.getOrDefault(colour, Set.of()).contains(depth)) {
      throw BadImage.broken("its header is wrong");
    }
    bits = depth * SAMPLES.getOrDefault(colour, 0);
    expected = interlaced == 1 ? interlaced() : size(width, height);
  }

  private long interlaced() {
    long size = 0;
    for (String pass : PASSES.split(" ", -1)) {
      size +=
          size(
              steps(width, pass.charAt(0) - '0', pass.charAt(2) - '0'),
              steps(height, pass.charAt(1) - '0', pass.charAt(3) - '0'));
    }
    return size;
  }

  private static long steps(long length, int from, int step) {
    return Math.max(0, (length - from + step - 1) / step);
  }

  /** Each row begins with a byte that tells its filter. */
  private long size(long columns, long rows) {
    return columns == 0 ? 0 : rows * (1 + (columns * bits + 7) / 8);
  }

  /** Takes the next stretch of what is compressed. */
  void take(byte[] compressed, int length) throws BadImage {
    inflater.setInput(compressed, 0, length);
    try {
      for (int n = inflater.inflate(nowhere); n > 0; n = inflater.inflate(nowhere)) {
        unpacked += n;
        if (unpacked > expected) {
          throw BadImage.broken("it has more in it than its pixels");
        }
      }
    } catch (DataFormatException e) {
      throw BadImage.broken("its pixels cannot be unpacked");
    }
    if (inflater.needsDictionary() || (inflater.finished() && inflater.getRemaining() > 0)) {
      throw BadImage.broken("it has more in it than its pixels");
    }
  }

  /** That was all. */
  void end() throws BadImage {
    if (unpacked != expected || !inflater.finished()) {
      throw BadImage.broken("pixels are missing");
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
