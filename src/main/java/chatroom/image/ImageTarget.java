package chatroom.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a new file, in which what was written can be put right later.
 *
 * <p>Thread safety: none; for one picture.
 */
final class ImageTarget extends OutputStream {
  private final FileChannel channel;
  private final OutputStream out;
  private long length;

  /**
   * @param file must not exist
   */
  ImageTarget(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    out = new BufferedOutputStream(Channels.newOutputStream(channel));
  }

  @Override
  public void write(int value) throws IOException {
    out.write(value);
    length++;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    out.write(bytes, offset, count);
    length += count;
  }

  /** Two bytes, the high one first. */
  void u16(int value) throws IOException {
    write(value >>> 8);
    write(value);
  }

  /** Four bytes, the high one first. */
  void u32(long value) throws IOException {
    u16((int) (value >>> 16));
    u16((int) value);
  }

  /** Four bytes, the low one first. */
  void u32le(long value) throws IOException {
    u32(Integer.reverseBytes((int) value) & 0xFFFFFFFFL);
  }

  /** How many bytes were written. */
  long length() {
    return length;
  }

  /** Puts four bytes right, the low one first. */
  void put32le(long position, long value) throws IOException {
    put(position, ByteBuffer.allocate(Integer.BYTES).putInt(Integer.reverseBytes((int) value)));
  }

  /** Puts a byte right. */
  void put8(long position, int value) throws IOException {
    put(position, ByteBuffer.allocate(1).put((byte) value));
  }

  private void put(long position, ByteBuffer bytes) throws IOException {
    out.flush();
    bytes.flip();
    while (bytes.hasRemaining()) {
      channel.write(bytes, position + bytes.position());
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      out.flush();
    }
  }
}
