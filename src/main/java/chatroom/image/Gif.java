package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Copies a GIF (GIF89a): its frames, how they follow one another and how often. Comments, texts and
 * what applications have put in stay behind.
 *
 * <p>Thread safety: none; for one picture.
 */
final class Gif {
  private static final int SIGNATURE = 6;
  private static final int SCREEN = 7;
  private static final int FRAME = 9;
  private static final int HAS_COLOURS = 0x80;
  private static final int COLOURS = 0x07;
  private static final int BLOCK_FRAME = 0x2C;
  private static final int BLOCK_EXTENSION = 0x21;
  private static final int BLOCK_END = 0x3B;
  private static final int CONTROL = 0xF9;
  private static final int CONTROL_LENGTH = 4;
  private static final int APPLICATION = 0xFF;
  private static final int LOOP_LENGTH = 3;
  private static final List<String> LOOPS = List.of("NETSCAPE2.0", "ANIMEXTS1.0");

  private final ImageSource in;
  private final ImageTarget out;
  private boolean empty = true;

  Gif(ImageSource in, ImageTarget out) {
    this.in = in;
    this.out = out;
  }

  Picture copy() throws BadImage, IOException {
    out.write(in.bytes(SIGNATURE));
    byte[] screen = in.bytes(SCREEN);
    int width = LittleEndian.u16(screen, 0);
    int height = LittleEndian.u16(screen, 2);
    Bounds bounds = new Bounds(width, height);
    out.write(screen);
    colours(screen[4]);
    for (int block = in.u8(); block != BLOCK_END; block = in.u8()) {
      switch (block) {
        case BLOCK_FRAME -> frame(bounds);
        case BLOCK_EXTENSION -> extension();
        default -> throw BadImage.broken("something stands between its parts");
      }
    }
    if (empty) {
      throw BadImage.broken("pixels are missing");
    }
    out.write(BLOCK_END);
    return new Picture(ImageType.GIF, width, height);
  }

  private void frame(Bounds bounds) throws BadImage, IOException {
    byte[] frame = in.bytes(FRAME);
    bounds.frame();
    // It may be larger than the screen, which some make as large as the frame then.
    var unused =
        new Bounds(
            LittleEndian.u16(frame, 0) + LittleEndian.u16(frame, 4),
            LittleEndian.u16(frame, 2) + LittleEndian.u16(frame, 6));
    out.write(BLOCK_FRAME);
    out.write(frame);
    colours(frame[8]);
    int codeLength = in.u8();
    if (codeLength < 1 || codeLength > 11) {
      throw BadImage.broken("its pixels cannot be unpacked");
    }
    out.write(codeLength);
    blocks(out);
    empty = false;
  }

  private void colours(byte flags) throws BadImage, IOException {
    if ((flags & HAS_COLOURS) != 0) {
      in.copy(3L << ((flags & COLOURS) + 1), out);
    }
  }

  private void extension() throws BadImage, IOException {
    int label = in.u8();
    int length = in.u8();
    byte[] head = in.bytes(length);
    if (label == CONTROL && length == CONTROL_LENGTH) {
      extension(label, head);
      blocks(OutputStream.nullOutputStream());
      out.write(0);
    } else if (label == APPLICATION && LOOPS.contains(new String(head, ISO_8859_1))) {
      loop(head);
    } else if (length != 0) {
      blocks(OutputStream.nullOutputStream());
    }
  }

  /** How often it begins anew. */
  private void loop(byte[] head) throws BadImage, IOException {
    int length = in.u8();
    byte[] count = in.bytes(length);
    if (length == LOOP_LENGTH && count[0] == 1) {
      extension(APPLICATION, head);
      out.write(LOOP_LENGTH);
      out.write(count);
      out.write(0);
    }
    if (length != 0) {
      blocks(OutputStream.nullOutputStream());
    }
  }

  private void extension(int label, byte[] head) throws IOException {
    out.write(BLOCK_EXTENSION);
    out.write(label);
    out.write(head.length);
    out.write(head);
  }

  /** All up to the empty one, which is copied with them. */
  private void blocks(OutputStream to) throws BadImage, IOException {
    for (int length = in.u8(); length != 0; length = in.u8()) {
      to.write(length);
      in.copy(length, to);
    }
    to.write(0);
  }
}
