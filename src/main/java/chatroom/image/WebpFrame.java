package chatroom.image;

import java.io.IOException;

/**
 * Copies a frame of a WebP that moves, if it is within the picture and holds nothing but pixels.
 *
 * <p>Thread safety: without state.
 */
final class WebpFrame {
  private static final int HEAD = 16;
  private static final int CHUNK_HEAD = 8;

  private WebpFrame() {}

  /** Copies the chunk that the chunks are at. */
  static void copy(WebpChunks chunks, WebpSize canvas) throws BadImage, IOException {
    long left = chunks.length() - HEAD;
    byte[] head = chunks.beginFrame(HEAD);
    WebpSize size = new WebpSize(1 + LittleEndian.u24(head, 6), 1 + LittleEndian.u24(head, 9));
    if (2L * LittleEndian.u24(head, 0) + size.width() > canvas.width()
        || 2L * LittleEndian.u24(head, 3) + size.height() > canvas.height()) {
      throw BadImage.broken("a frame is outside of it");
    }
    do {
      String type = chunks.next();
      left -= CHUNK_HEAD + chunks.length() + chunks.length() % 2;
      if (type.equals("ALPH") && left > 0) {
        chunks.copy(type);
      } else if (left != 0 || !chunks.pixels(type).equals(size)) {
        throw BadImage.broken("a frame is not what it says");
      }
    } while (left > 0);
    if (left < 0) {
      throw BadImage.broken("a frame is not what it says");
    }
  }
}
