package chatroom.image;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Reads numbers and stretches of bytes, and never less than was asked for: whatever is missing is a
 * {@link java.io.EOFException}.
 *
 * <p>Thread safety: none; for one picture.
 */
final class ImageSource {
  private static final int PIECE = 8192;

  /** Is told of bytes that are copied. */
  @FunctionalInterface
  interface Watcher {
    void bytes(byte[] buffer, int length) throws BadImage;
  }

  private final DataInputStream in;
  private final byte[] piece = new byte[PIECE];

  ImageSource(InputStream in) {
    this.in = new DataInputStream(in);
  }

  int u8() throws IOException {
    return in.readUnsignedByte();
  }

  /** Two bytes, the high one first. */
  int u16() throws IOException {
    return in.readUnsignedShort();
  }

  /** Four bytes, the high one first. */
  long u32() throws IOException {
    return in.readInt() & 0xFFFFFFFFL;
  }

  /** Four bytes, the low one first. */
  long u32le() throws IOException {
    return Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL;
  }

  /**
   * @param length bounded by the caller
   */
  byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  void skip(long length) throws IOException {
    for (long left = length; left > 0; ) {
      left -= fill(left);
    }
  }

  void copy(long length, OutputStream out) throws IOException, BadImage {
    copy(length, out, (buffer, count) -> {});
  }

  void copy(long length, OutputStream out, Watcher watcher) throws IOException, BadImage {
    for (long left = length; left > 0; ) {
      int count = fill(left);
      watcher.bytes(piece, count);
      out.write(piece, 0, count);
      left -= count;
    }
  }

  private int fill(long most) throws IOException {
    int count = (int) Math.min(most, PIECE);
    in.readFully(piece, 0, count);
    return count;
  }
}
