package chatroom.storage;

import chatroom.room.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that an index has for tokens, one for each and in their order, so that what is side by
 * side in a text is so in the index: a character of a writing without spaces stands together with
 * the one after it, for by itself it says little.
 */
final class IndexTerms {
  /** Longer words are in the index by their beginning, for MariaDB leaves out what is too long. */
  private static final int MAX_BYTES = 40;

  private IndexTerms() {}

  /** Those of a message. */
  static List<String> of(List<Token> tokens) {
    List<String> terms = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      terms.add(isPair(tokens, i) ? pair(tokens, i) : cut(tokens.get(i).text()));
    }
    return terms;
  }

  /** Words of a phrase that are side by side in the index if the phrase is in the text. */
  static List<List<String>> stretches(List<Token> phrase) {
    List<List<String>> stretches = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < phrase.size(); i++) {
      Token token = phrase.get(i);
      boolean together = !words.isEmpty() && token.spaceless() == phrase.get(i - 1).spaceless();
      boolean goesOn = together && (!token.spaceless() || isPair(phrase, i - 1));
      if (!goesOn && !words.isEmpty()) {
        stretches.add(words);
        words = new ArrayList<>();
      }
      if (!token.spaceless()) {
        words.add(cut(token.text()));
      } else if (isPair(phrase, i)) {
        words.add(pair(phrase, i));
      }
    }
    if (!words.isEmpty()) {
      stretches.add(words);
    }
    return stretches;
  }

  /** The characters of a phrase that stand alone, so that no pair says them. */
  static List<String> single(List<Token> phrase) {
    List<String> single = new ArrayList<>();
    for (int i = 0; i < phrase.size(); i++) {
      if (phrase.get(i).spaceless() && !isPair(phrase, i) && !isPair(phrase, i - 1)) {
        single.add(phrase.get(i).text());
      }
    }
    return single;
  }

  private static boolean isPair(List<Token> tokens, int first) {
    return first >= 0
        && first + 1 < tokens.size()
        && tokens.get(first + 1).continues(tokens.get(first));
  }

  private static String pair(List<Token> tokens, int first) {
    return tokens.get(first).text() + tokens.get(first + 1).text();
  }

  private static String cut(String word) {
    int end = 0;
    int bytes = 0;
    while (end < word.length()) {
      int character = word.codePointAt(end);
      bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
      if (bytes > MAX_BYTES) {
        break;
      }
      end += Character.charCount(character);
    }
    return word.substring(0, end);
  }
}
