package chatroom.checker;

/** Texts of which there are no two alike, of all the characters that are known to be trouble. */
final class Texts {
  private static final int SHOWN = 20;
  private static final String FILLING =
      "plain \"quoted\" back\\slash <b> & é 漢字 \uD83D\uDE00 \u2028 {\"type\":\"leave\"} ";

  private Texts() {}

  /** A text of about so many characters that begins with the ref. */
  static String of(String ref, int length) {
    int end = length % FILLING.length();
    if (end > 0 && Character.isHighSurrogate(FILLING.charAt(end - 1))) {
      end--;
    }
    return ref + " " + FILLING.repeat(length / FILLING.length()) + FILLING.substring(0, end) + ".";
  }

  /** Its beginning, by which it is known. */
  static String brief(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
