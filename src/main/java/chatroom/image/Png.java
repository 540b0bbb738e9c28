package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Copies a PNG (PNG Specification, Third Edition): the chunks that pixels and their colours need,
 * each proven by its checksum, and the compressed pixels if they are as many as the header says. Of
 * one that moves the first picture is left.
 *
 * <p>Thread safety: none; for one picture.
 */
final class Png {
  static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

  private static final int HEADER = 13;
  private static final int MAX_EXIF = 65_536;

  /** What may stand before the pixels, once each, and how long it may be. */
  private static final Map<String, Integer> KEPT =
      Map.of(
          "PLTE", 768, "tRNS", 256, "gAMA", 4, "cHRM", 32, "sRGB", 1, "iCCP", 1 << 20, "sBIT", 4,
          "cICP", 4);

  private enum Part {
    BEFORE_PIXELS,
    PIXELS,
    AFTER_PIXELS
  }

  private final ImageSource in;
  private final ImageTarget out;
  private final Set<String> seen = new HashSet<>();
  private Part part = Part.BEFORE_PIXELS;
  private int orientation = Exif.UPRIGHT;

  Png(ImageSource in, ImageTarget out) {
    this.in = in;
    this.out = out;
  }

  Picture copy() throws BadImage, IOException {
    out.write(in.bytes(SIGNATURE.length()));
    long length = in.u32();
    if (length != HEADER || !type().equals("IHDR")) {
      throw BadImage.broken("it does not begin with its header");
    }
    byte[] header = content("IHDR", HEADER);
    try (PngPixels pixels = new PngPixels(ByteBuffer.wrap(header))) {
      write("IHDR", header);
      rest(pixels);
      return Exif.turned(ImageType.PNG, pixels.width(), pixels.height(), orientation);
    }
  }

  private void rest(PngPixels pixels) throws BadImage, IOException {
    while (true) {
      long length = in.u32();
      String type = type();
      if (type.equals("IEND")) {
        end(length, pixels);
        return;
      }
      chunk(length, type, pixels);
    }
  }

  private void chunk(long length, String type, PngPixels pixels) throws BadImage, IOException {
    if (length > Integer.MAX_VALUE) {
      throw BadImage.broken("a chunk is too long");
    } else if (type.equals("IDAT")) {
      if (part == Part.AFTER_PIXELS) {
        throw BadImage.broken("its pixels are not in one place");
      }
      part = Part.PIXELS;
      copyPixels(length, pixels);
      return;
    }
    part = part == Part.PIXELS ? Part.AFTER_PIXELS : part;
    Integer longest = KEPT.get(type);
    if (longest != null && part == Part.BEFORE_PIXELS) {
      if (length > longest || !seen.add(type)) {
        throw BadImage.broken("a chunk is too long or comes twice");
      }
      write(type, content(type, (int) length));
    } else if (type.equals("eXIf") && length <= MAX_EXIF) {
      orientation = Exif.orientation(content(type, (int) length));
    } else if (Character.isUpperCase(type.charAt(0))) {
      throw BadImage.broken("a chunk is not where it belongs, or not known");
    } else {
      in.skip(length + Integer.BYTES);
    }
  }

  private void copyPixels(long length, PngPixels pixels) throws BadImage, IOException {
    CRC32 sum = sumOf("IDAT");
    out.u32(length);
    out.write("IDAT".getBytes(ISO_8859_1));
    in.copy(
        length,
        out,
        (buffer, count) -> {
          sum.update(buffer, 0, count);
          pixels.take(buffer, count);
        });
    check(sum);
    out.u32(sum.getValue());
  }

  private void end(long length, PngPixels pixels) throws BadImage, IOException {
    pixels.end();
    if (length != 0) {
      throw BadImage.broken("its end is not one");
    }
    content("IEND", 0);
    if (orientation != Exif.UPRIGHT) {
      write("eXIf", Exif.only(orientation));
    }
    write("IEND", new byte[0]);
  }

  private String type() throws IOException {
    return new String(in.bytes(Integer.BYTES), ISO_8859_1);
  }

  private byte[] content(String type, int length) throws BadImage, IOException {
    byte[] content = in.bytes(length);
    CRC32 sum = sumOf(type);
    sum.update(content);
    check(sum);
    return content;
  }

  private void check(CRC32 sum) throws BadImage, IOException {
    if (in.u32() != sum.getValue()) {
      throw BadImage.broken("a checksum is wrong");
    }
  }

  private void write(String type, byte[] content) throws IOException {
    CRC32 sum = sumOf(type);
    sum.update(content);
    out.u32(content.length);
    out.write(type.getBytes(ISO_8859_1));
    out.write(content);
    out.u32(sum.getValue());
  }

  private static CRC32 sumOf(String type) {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(ISO_8859_1));
    return sum;
  }
}
