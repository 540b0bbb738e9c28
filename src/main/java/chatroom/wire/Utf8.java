package chatroom.wire;

/** Sizes of text in UTF-8, without encoding it. */
public final class Utf8 {
  private Utf8() {}

  /** How many bytes the text takes; a lone surrogate counts as three. */
  public static int length(CharSequence text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        // The two halves of a pair take four bytes together.
        bytes += Character.isSurrogate(c) && isPaired(text, i) ? 1 : 2;
      } else if (c >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }

  /** Whether the text has a surrogate without its other half, which no UTF-8 can say. */
  public static boolean hasLoneSurrogate(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i)) && !isPaired(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPaired(CharSequence text, int i) {
    char c = text.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
