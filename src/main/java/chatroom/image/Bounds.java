package chatroom.image;

/**
 * Holds a picture to what everybody who looks at it can be expected to decode.
 *
 * <p>Thread safety: none; for one picture.
 */
final class Bounds {
  /** The most pixels of a picture, and of each frame of one that moves. */
  static final int MAX_PIXELS = 40_000_000;

  /** The most pixels of all frames together. */
  static final long MAX_PIXELS_OF_FRAMES = 1_000_000_000;

  private final long pixels;
  private long shown;

  /**
   * @throws BadImage if there is nothing in it, or too much
   */
  Bounds(long width, long height) throws BadImage {
    if (width <= 0 || height <= 0) {
      throw BadImage.broken("it has no pixels");
    }
    pixels = width > MAX_PIXELS || height > MAX_PIXELS ? Long.MAX_VALUE : width * height;
    if (pixels > MAX_PIXELS) {
      throw BadImage.tooManyPixels();
    }
  }

  /** One more frame, which costs whoever shows it the whole picture. */
  void frame() throws BadImage {
    shown += pixels;
    if (shown > MAX_PIXELS_OF_FRAMES) {
      throw BadImage.tooManyPixels();
    }
  }
}
