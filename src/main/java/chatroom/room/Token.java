package chatroom.room;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a text can be found by: a word, or one character of a writing that has no spaces between its
 * words, or one symbol such as an emoji. Case and compatibility forms make no difference.
 *
 * <p>Thread safety: immutable.
 *
 * @param text in the form that is compared
 * @param spaceless whether it is a character of a writing without spaces
 * @param glued whether nothing stands between it and the token before it
 */
public record Token(String text, boolean spaceless, boolean glued) {
  /** The most tokens of a text; it cannot be found by what comes after them. */
  public static final int MAX_TOKENS = 10_000;

  private static final Set<UnicodeScript> SPACELESS =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  /** Both kana have it, so it is of neither script. */
  private static final int LONG_VOWEL = 'ー';

  /** The tokens of a text, in their order. */
  public static List<Token> of(String text) {
    return new Cutter(folded(text)).cut();
  }

  /** The form in which texts are compared. */
  public static String folded(String text) {
    return Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT);
  }

  /** Whether it and the one before it are one stretch of a writing without spaces. */
  public boolean continues(Token before) {
    return glued && spaceless && before.spaceless;
  }

  /** Takes one text apart. */
  private static final class Cutter {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int wordStart = -1;
    private boolean glued;

    Cutter(String text) {
      this.text = text;
    }

    List<Token> cut() {
      int at = 0;
      while (at < text.length() && tokens.size() < MAX_TOKENS) {
        int character = text.codePointAt(at);
        take(character, at);
        at += Character.charCount(character);
      }
      if (tokens.size() < MAX_TOKENS) {
        endWord(at);
      }
      return tokens;
    }

    private void take(int character, int at) {
      if (isSpaceless(character) || Character.getType(character) == Character.OTHER_SYMBOL) {
        endWord(at);
        add(Character.toString(character), isSpaceless(character));
      } else if (Character.isLetterOrDigit(character)) {
        wordStart = wordStart < 0 ? at : wordStart;
      } else if (!isMark(character)) {
        endWord(at);
        glued = false;
      }
    }

    private void endWord(int end) {
      if (wordStart >= 0) {
        add(text.substring(wordStart, end), false);
        wordStart = -1;
      }
    }

    private void add(String token, boolean spaceless) {
      tokens.add(new Token(token, spaceless, glued));
      glued = true;
    }

    private static boolean isSpaceless(int character) {
      // Which script a character has is looked up among thousands; most have a word's.
      return character > 0x7F
          && (character == LONG_VOWEL || SPACELESS.contains(UnicodeScript.of(character)));
    }

    /** What belongs to the character before it, and is nothing by itself. */
    private static boolean isMark(int character) {
      return switch (Character.getType(character)) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.ENCLOSING_MARK ->
            true;
        default -> false;
      };
    }
  }
}
