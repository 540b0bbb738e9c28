package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;

/**
 * The chunks of a WebP, one after the other, none of them beyond its end.
 *
 * <p>Thread safety: none; for one picture.
 */
final class WebpChunks {
  private static final int HEAD = 8;
  private static final int FORM = 4;

  private final ImageSource in;
  private final ImageTarget out;
  private long left;
  private long length;

  WebpChunks(ImageSource in, ImageTarget out) {
    this.in = in;
    this.out = out;
  }

  /** Reads what is before the first. */
  void open() throws BadImage, IOException {
    in.skip(FORM);
    left = in.u32le();
    spend(FORM);
    in.skip(FORM);
  }

  boolean hasNext() {
    return left > 0;
  }

  /** The type of the next one; its content has to be taken or skipped. */
  String next() throws BadImage, IOException {
    spend(HEAD);
    String type = new String(in.bytes(FORM), ISO_8859_1);
    length = in.u32le();
    return type;
  }

  /** How long the content is. */
  long length() {
    return length;
  }

  /** All of the content, which has to be so long. */
  byte[] content(int wanted) throws BadImage, IOException {
    if (length != wanted) {
      throw BadImage.broken("a part has not the length that it needs");
    }
    spend(length + length % 2);
    byte[] content = in.bytes(wanted);
    in.skip(length % 2);
    return content;
  }

  void skip() throws BadImage, IOException {
    spend(length + length % 2);
    in.skip(length + length % 2);
  }

  /** Copies the chunk as it is. */
  void copy(String type) throws BadImage, IOException {
    spend(length + length % 2);
    head(type, length);
    in.copy(length, out);
    pad();
  }

  /** Copies a chunk of pixels; gives their size. */
  WebpSize pixels(String type) throws BadImage, IOException {
    int start = WebpSize.start(type);
    if (!(type.equals("VP8 ") || type.equals("VP8L")) || length < start) {
      throw BadImage.broken("something stands where its pixels should");
    }
    spend(length + length % 2);
    byte[] begin = in.bytes(start);
    WebpSize size = WebpSize.of(type, begin);
    size.bounds();
    head(type, length);
    out.write(begin);
    in.copy(length - start, out);
    pad();
    return size;
  }

  /** Copies the head of a frame, in which there are other chunks. */
  byte[] beginFrame(int size) throws BadImage, IOException {
    if (length < size || length % 2 != 0) {
      throw BadImage.broken("a frame is not what it says");
    }
    spend(size);
    byte[] begin = in.bytes(size);
    head("ANMF", length);
    out.write(begin);
    return begin;
  }

  void write(String type, byte[] content) throws IOException {
    head(type, content.length);
    out.write(content);
    if (content.length % 2 != 0) {
      out.write(0);
    }
  }

  private void head(String type, long size) throws IOException {
    out.write(type.getBytes(ISO_8859_1));
    out.u32le(size);
  }

  private void pad() throws IOException {
    if (length % 2 != 0) {
      in.skip(1);
      out.write(0);
    }
  }

  private void spend(long bytes) throws BadImage {
    left -= bytes;
    if (left < 0) {
      throw BadImage.broken("a part is longer than the whole");
    }
  }
}
