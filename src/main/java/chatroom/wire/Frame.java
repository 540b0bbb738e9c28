package chatroom.wire;

/**
 * A text ready to be sent, made once and shared by every client it goes to.
 *
 * <p>Thread safety: immutable.
 *
 * @param text what is sent
 * @param bytes its size in UTF-8
 */
public record Frame(String text, int bytes) {
  /** The frame of a text. */
  public static Frame of(String text) {
    return new Frame(text, Utf8.length(text));
  }
}
