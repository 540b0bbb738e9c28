package chatroom.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text ready to be sent, made once and shared by every client it goes to.
 *
 * <p>Thread safety: safe for use by any thread; nothing in it changes but that its UTF-8 is made
 * when it is first asked for.
 */
public final class Frame {
  private final String text;
  private final int bytes;

  /** Two threads that ask first may both make it; what they make is the same. */
  private volatile @Nullable ByteBuffer utf8;

  private Frame(String text) {
    this.text = text;
    this.bytes = Utf8.length(text);
  }

  /** The frame of a text without lone surrogates. */
  public static Frame of(String text) {
    return new Frame(text);
  }

  /** What is sent. */
  public String text() {
    return text;
  }

  /** Its size in UTF-8. */
  public int bytes() {
    return bytes;
  }

  /** What is sent, in UTF-8, shared by all that ask: not to be written to. */
  public ByteBuffer utf8() {
    ByteBuffer made = utf8;
    if (made == null) {
      made = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      utf8 = made;
    }
    return made.duplicate();
  }
}
