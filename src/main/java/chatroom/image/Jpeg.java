package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Copies a JPEG (ITU-T T.81; JFIF; the colour profile of ICC.1 Annex B): the segments that decoding
 * needs, and of all others what is listed in {@link #application}. Only what browsers show is
 * taken: baseline, extended and progressive ones by Huffman's codes.
 *
 * <p>Thread safety: none; for one picture.
 */
final class Jpeg {
  /** Each costs whoever shows the picture a look at all of it. */
  private static final int MAX_SCANS = 100;

  private static final int MARK = 0xFF;
  private static final int SOF0 = 0xC0;
  private static final int SOF2 = 0xC2;
  private static final int DHT = 0xC4;
  private static final int RST0 = 0xD0;
  private static final int RST7 = 0xD7;
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DQT = 0xDB;
  private static final int DRI = 0xDD;
  private static final int APP0 = 0xE0;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int APP15 = 0xEF;
  private static final int COM = 0xFE;

  private static final String JFIF = "JFIF\0";
  private static final int JFIF_LENGTH = 12;
  private static final String EXIF = "Exif\0\0";
  private static final String ICC = "ICC_PROFILE\0";
  private static final String ADOBE = "Adobe";
  private static final int ADOBE_LENGTH = 12;

  private final ImageSource in;
  private final ImageTarget out;
  private int width;
  private int height;
  private int scans;
  private int orientation = Exif.UPRIGHT;

  Jpeg(ImageSource in, ImageTarget out) {
    this.in = in;
    this.out = out;
  }

  Picture copy() throws BadImage, IOException {
    in.skip(2);
    mark(SOI);
    int marker = marker();
    while (marker != EOI) {
      marker = segment(marker);
    }
    if (scans == 0) {
      throw BadImage.broken("pixels are missing");
    }
    mark(EOI);
    return Exif.turned(ImageType.JPEG, width, height, orientation);
  }

  private int marker() throws BadImage, IOException {
    if (in.u8() != MARK) {
      throw BadImage.broken("something stands between its parts");
    }
    return afterMark();
  }

  /** There may be any number of fill bytes. */
  private int afterMark() throws IOException {
    int marker = in.u8();
    while (marker == MARK) {
      marker = in.u8();
    }
    return marker;
  }

  /** Copies a segment or leaves it out; gives the marker after it. */
  private int segment(int marker) throws BadImage, IOException {
    int length = in.u16() - 2;
    if (length < 0) {
      throw BadImage.broken("a part is too short");
    }
    byte[] content = in.bytes(length);
    switch (marker) {
      case SOF0, SOF0 + 1, SOF2 -> frame(marker, content);
      case DHT, DQT, DRI -> write(marker, content);
      case SOS -> {
        return scan(content);
      }
      default -> {
        if ((marker >= APP0 && marker <= APP15) || marker == COM) {
          application(marker, content);
        } else {
          throw BadImage.broken("it is of a kind that browsers do not show");
        }
      }
    }
    return marker();
  }

  private void frame(int marker, byte[] content) throws BadImage, IOException {
    if (width != 0 || content.length < 6) {
      throw BadImage.broken("its header is wrong");
    }
    ByteBuffer header = ByteBuffer.wrap(content);
    height = header.getShort(1) & 0xFFFF;
    width = header.getShort(3) & 0xFFFF;
    var unused = new Bounds(width, height);
    write(marker, content);
  }

  private int scan(byte[] content) throws BadImage, IOException {
    if (width == 0 || ++scans > MAX_SCANS) {
      throw BadImage.broken("it has no header, or too many passes");
    }
    write(SOS, content);
    while (true) {
      int value = in.u8();
      if (value != MARK) {
        out.write(value);
        continue;
      }
      int marker = afterMark();
      if (marker != 0 && (marker < RST0 || marker > RST7)) {
        return marker;
      }
      out.write(MARK);
      out.write(marker);
    }
  }

  /**
   * What applications have put in: a shape of pixels, an orientation, a profile, kinds of colour.
   */
  private void application(int marker, byte[] content) throws IOException {
    if (scans > 0) {
      return;
    }
    if (marker == APP0 && begins(content, JFIF) && content.length >= JFIF_LENGTH) {
      // Without the thumbnail, which may show more than the picture.
      write(marker, Arrays.copyOf(Arrays.copyOf(content, JFIF_LENGTH), JFIF_LENGTH + 2));
    } else if (marker == APP1 && begins(content, EXIF) && orientation == Exif.UPRIGHT) {
      turn(Arrays.copyOfRange(content, EXIF.length(), content.length));
    } else if (marker == APP2 && begins(content, ICC)) {
      write(marker, content);
    } else if (marker == APP14 && begins(content, ADOBE) && content.length >= ADOBE_LENGTH) {
      write(marker, Arrays.copyOf(content, ADOBE_LENGTH));
    }
  }

  private void turn(byte[] tiff) throws IOException {
    orientation = Exif.orientation(tiff);
    if (orientation != Exif.UPRIGHT) {
      byte[] only = Exif.only(orientation);
      mark(APP1);
      out.u16(2 + EXIF.length() + only.length);
      out.write(EXIF.getBytes(ISO_8859_1));
      out.write(only);
    }
  }

  private static boolean begins(byte[] content, String with) {
    byte[] wanted = with.getBytes(ISO_8859_1);
    return content.length >= wanted.length
        && Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
  }

  private void write(int marker, byte[] content) throws IOException {
    mark(marker);
    out.u16(content.length + 2);
    out.write(content);
  }

  private void mark(int marker) throws IOException {
    out.write(MARK);
    out.write(marker);
  }
}
