package chatroom.image;

/**
 * Bytes that are not taken as a picture, and why. Carries no stack trace, for it is an answer and
 * not a failure.
 *
 * <p>Thread safety: immutable.
 */
public final class BadImage extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Fault {
    /** It is something else. */
    OTHER_TYPE,
    /** It is not whole, or not what it says that it is. */
    BROKEN,
    /** It has more pixels than are taken. */
    TOO_MANY_PIXELS
  }

  private final Fault fault;

  private BadImage(Fault fault, String message) {
    super(message, null, false, false);
    this.fault = fault;
  }

  static BadImage otherType() {
    return new BadImage(Fault.OTHER_TYPE, "Only PNG, JPEG, GIF and WebP are taken");
  }

  /**
   * @param why what is wrong with it, for people
   */
  static BadImage broken(String why) {
    return new BadImage(Fault.BROKEN, "The image is broken: " + why);
  }

  static BadImage tooManyPixels() {
    return new BadImage(
        Fault.TOO_MANY_PIXELS,
        "The image has too many pixels; at most " + Bounds.MAX_PIXELS + " are taken");
  }

  /** What programs tell it by. */
  public Fault fault() {
    return fault;
  }

  /** The message for people; never null. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
