package chatroom.room;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Where in a text a word begins and ends: in some scripts wherever a character does. */
final class Words {
  /** Written without spaces, or with endings that are joined to names. */
  private static final Set<UnicodeScript> JOINED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private Words() {}

  /**
   * Whether what stands there is not within a word, an e-mail address or a path; nor behind a
   * backslash, by which it would be text. Marks of emphasis are no part of a word.
   */
  static boolean beginAt(String text, int at) {
    int start = at;
    while (start > 0 && text.charAt(start - 1) == '_') {
      start--;
    }
    if (start == 0) {
      return true;
    }
    int before = text.codePointBefore(start);
    return switch (before) {
      case '.', '/' -> false;
      case '\\' -> start < at || !isEscaped(text, start);
      default -> !isPart(before) || isJoined(before);
    };
  }

  /** Whether the backslash before it is not escaped itself. */
  private static boolean isEscaped(String text, int at) {
    int start = at;
    while (start > 0 && text.charAt(start - 1) == '\\') {
      start--;
    }
    return (at - start) % 2 != 0;
  }

  /** Whether a word, of which something stands before, can end there. */
  static boolean endAt(String text, int at) {
    int before = text.codePointBefore(at);
    if (Character.isWhitespace(before) || Character.isSpaceChar(before)) {
      return false;
    }
    if (at == text.length()) {
      return true;
    }
    int after = text.codePointAt(at);
    return !isPart(after) || (!isMark(after) && (isJoined(before) || isJoined(after)));
  }

  private static boolean isPart(int codePoint) {
    return Character.isLetter(codePoint) || isMark(codePoint) || isNumeral(codePoint);
  }

  private static boolean isJoined(int codePoint) {
    return codePoint >= 0x0E00 && JOINED.contains(UnicodeScript.of(codePoint));
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isNumeral(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
