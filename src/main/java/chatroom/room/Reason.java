package chatroom.room;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads why something is done to somebody, as clients write it. */
public final class Reason {
  /** The longest reason, in code points. */
  static final int MAX_LENGTH = 200;

  /** Control characters, line ends, and what turns the direction of what stands around it. */
  private static final Pattern DISTURBING =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]");

  private Reason() {}

  /**
   * The reason, without white space around it.
   *
   * @param otherwise what it is if none is given
   * @throws Rejection {@link Code#INVALID_FORMAT} if it is too long or more than one line
   */
  public static String parse(@Nullable String raw, String otherwise) throws Rejection {
    String reason = raw == null ? "" : raw.strip();
    if (reason.codePointCount(0, reason.length()) > MAX_LENGTH
        || DISTURBING.matcher(reason).find()) {
      throw new Rejection(
          Code.INVALID_FORMAT,
          "A reason is one line of at most "
              + MAX_LENGTH
              + " characters, without control characters");
    }
    return reason.isEmpty() ? otherwise : reason;
  }
}
