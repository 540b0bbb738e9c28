package chatroom.room;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells an emoji: one character as a person counts, that is meant to be a picture. */
public final class Emoji {
  /** The longest, in bytes of UTF-8. */
  static final int MAX_BYTES = 64;

  private static final Pattern ONE = Pattern.compile("\\X");

  /** What an emoji begins with: blocks of pictures, some signs, or a digit on a key. */
  private static final Pattern PICTURE =
      Pattern.compile(
          "[\\x{1F000}-\\x{1FAFF}\\x{2190}-\\x{21FF}\\x{2300}-\\x{23FF}\\x{25A0}-\\x{27BF}"
              + "\\x{2900}-\\x{297F}\\x{2B00}-\\x{2BFF}"
              + "\\xA9\\xAE\\x{203C}\\x{2049}\\x{2122}\\x{2139}\\x{24C2}"
              + "\\x{3030}\\x{303D}\\x{3297}\\x{3299}]"
              + "|[0-9#*]\\x{FE0F}?\\x{20E3}");

  private Emoji() {}

  /**
   * Lets an emoji pass.
   *
   * @throws Rejection {@link Code#INVALID_FORMAT}
   */
  public static String parse(@Nullable String text) throws Rejection {
    if (text == null || !isEmoji(text)) {
      throw new Rejection(Code.INVALID_FORMAT, "One emoji is needed");
    }
    return text;
  }

  private static int bytes(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  private static boolean isEmoji(String text) {
    return text.length() <= MAX_BYTES
        && text.codePoints().map(Emoji::bytes).sum() <= MAX_BYTES
        && PICTURE.matcher(text).lookingAt()
        && ONE.matcher(text).matches();
  }
}
