package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Copies a WebP (RFC 9649): its pixels, frames and colour profile. What describes it (EXIF, XMP)
 * and what is not known stays behind, but for how to turn it.
 *
 * <p>Thread safety: none; for one picture.
 */
final class Webp {
  private static final int RIFF_HEADER = 8;
  private static final int CANVAS = 10;
  private static final int MOTION = 6;
  private static final int MAX_EXIF = 65_536;
  private static final int MOVES = 0x02;
  private static final int TURNED = 0x08;
  private static final int HAS_ALPHA = 0x10;
  private static final int HAS_PROFILE = 0x20;
  private static final String EXIF = "Exif\0\0";
  private static final String RIFF = "RIFF";

  private final ImageTarget out;
  private final WebpChunks chunks;
  private final Set<String> seen = new HashSet<>();
  private int orientation = Exif.UPRIGHT;

  Webp(ImageSource in, ImageTarget out) {
    this.out = out;
    this.chunks = new WebpChunks(in, out);
  }

  Picture copy() throws BadImage, IOException {
    chunks.open();
    out.write(RIFF.getBytes(ISO_8859_1));
    out.u32le(0);
    out.write("WEBP".getBytes(ISO_8859_1));
    String type = chunks.next();
    Picture picture = type.equals("VP8X") ? extended() : simple(type);
    out.put32le(RIFF.length(), out.length() - RIFF_HEADER);
    return picture;
  }

  private Picture simple(String type) throws BadImage, IOException {
    WebpSize size = chunks.pixels(type);
    return new Picture(ImageType.WEBP, size.width(), size.height());
  }

  private Picture extended() throws BadImage, IOException {
    byte[] head = chunks.content(CANVAS);
    int flags = head[0];
    WebpSize canvas = new WebpSize(1 + LittleEndian.u24(head, 4), 1 + LittleEndian.u24(head, 7));
    Bounds bounds = canvas.bounds();
    boolean moves = (flags & MOVES) != 0;
    long flagsAt = out.length() + RIFF_HEADER;
    chunks.write("VP8X", Arrays.copyOfRange(head, 0, CANVAS));
    while (chunks.hasNext()) {
      String type = chunks.next();
      if (type.equals("ANMF") && moves) {
        bounds.frame();
        WebpFrame.copy(chunks, canvas);
        seen.add(type);
      } else {
        once(type, canvas, moves);
      }
    }
    if (!seen.contains(moves ? "ANMF" : "pixels")) {
      throw BadImage.broken("pixels are missing");
    }
    out.put8(flagsAt, flags(flags));
    return Exif.turned(ImageType.WEBP, canvas.width(), canvas.height(), orientation);
  }

  private void once(String type, WebpSize canvas, boolean moves) throws BadImage, IOException {
    switch (type) {
      case "ICCP" -> {
        first(type);
        chunks.copy(type);
      }
      case "ANIM" -> {
        first(type);
        chunks.write(type, chunks.content(MOTION));
      }
      case "ALPH" -> {
        first(type);
        chunks.copy(type);
      }
      case "VP8 ", "VP8L" -> {
        first("pixels");
        if (moves || !chunks.pixels(type).equals(canvas)) {
          throw BadImage.broken("its pixels are not those that its header tells of");
        }
      }
      case "EXIF" -> turn();
      default -> chunks.skip();
    }
  }

  private void first(String type) throws BadImage {
    if (!seen.add(type)) {
      throw BadImage.broken("a part comes twice");
    }
  }

  private void turn() throws BadImage, IOException {
    if (chunks.length() > MAX_EXIF || seen.contains("EXIF")) {
      chunks.skip();
      return;
    }
    byte[] block = chunks.content((int) chunks.length());
    boolean prefixed = new String(block, ISO_8859_1).startsWith(EXIF);
    orientation =
        Exif.orientation(Arrays.copyOfRange(block, prefixed ? EXIF.length() : 0, block.length));
    if (orientation != Exif.UPRIGHT) {
      first("EXIF");
      chunks.write("EXIF", Exif.only(orientation));
    }
  }

  /** They tell what is in the copy. */
  private int flags(int before) {
    return (before & (MOVES | HAS_ALPHA))
        | (seen.contains("ICCP") ? HAS_PROFILE : 0)
        | (seen.contains("EXIF") ? TURNED : 0);
  }
}
