package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.MessageSearch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which words every {@link MessageSearch} finds a text, and by which it does not. */
public abstract class SearchTextsContract extends SearchFixture {
  /** Stores a text, and whether it is found by the query. */
  private boolean finds(String text, String query) {
    append(GENERAL, 1, null, text);
    List<String> found = texts(query, 2);
    assertTrue(found.isEmpty() || found.equals(List.of(text)), found.toString());
    return !found.isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The quick brown fox|quick",
        "The quick brown fox|QUICK",
        "The quick brown fox|fox quick",
        "The quick brown fox|\"quick brown\"",
        "The quick brown fox|\"QUICK, brown!\"",
        "The quick brown fox|“quick brown”",
        "The quick brown fox|\"brown fox",
        // Words that MariaDB stops at, or finds too short.
        "The quick brown fox|the",
        "to be or not to be|\"to be or not to be\"",
        "a b c|a",
        "a b c|\"b c\"",
        "1|1",
        "Version 1.5 of x-y_z|1.5",
        "Version 1.5 of x-y_z|x-y_z",
        "Version 1.5 of x-y_z|y",
        "don't|don't",
        "see https://example.org/a?b=c#d|https://example.org/a?b=c",
        "see https://example.org/a?b=c#d|example.org",
        "user@example.org|user@example.org",
        "C++ and C#|c++",
        "Straße nach Łódź|straße łódź",
        "Привет, мир|МИР",
        "naïve café|CAFÉ",
        "ｆｕｌｌ　ｗｉｄｔｈ|full width",
        "full width|ｆｕｌｌ",
        "हिन्दी में|हिन्दी",
        "مرحبا بالعالم|بالعالم",
        "well 👍 done|👍",
        "well 👍🏽 done|👍",
        "❤️|❤",
        // Two characters, one, and many, of writings without spaces.
        "今天的天气很好|天气",
        "今天的天气很好|今天",
        "今天的天气很好|很好",
        "今天的天气很好|气",
        "今天的天气很好|今",
        "今天的天气很好|好",
        "今天的天气很好|今天的天气很好",
        "今天的天气很好|今天 很好",
        "今天的天气很好|好 天 气",
        "好|好",
        "我说：“你好”，他说再见。|你好",
        "我说：“你好”，他说再见。|\"你好 他说\"",
        "ひらがなとカタカナ|がな",
        "ひらがなとカタカナ|がなとカ",
        "ひらがなとカタカナ|カタカナ",
        "ひらがなとカタカナ|と",
        "コーヒーを飲む|コーヒー",
        "コーヒーを飲む|ー",
        "ｺｰﾋｰ|コーヒー",
        "がぎぐ|がぎ",
        "東京都へ行く|京都",
        "한국어 검색|검색",
        "한국어 검색|한국",
        "ภาษาไทย|ไทย",
        "𠮷野家|𠮷野",
        "𠮷野家|𠮷",
        // Both in one.
        "新iPhone手机壳|iphone",
        "新iPhone手机壳|iPhone手机",
        "新iPhone手机壳|手机",
        "新iPhone手机壳|\"新 iphone 手机壳\"",
        "我love你|\"我love\"",
        "用Java写的WAR包|java war",
        "2026年1月|2026年",
      })
  void isFoundBy(String text, String query) {
    assertTrue(finds(text, query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "The quick brown fox|quic",
        "The quick brown fox|uick",
        "The quick brown fox|quick red",
        "The quick brown fox|\"brown quick\"",
        "The quick brown fox|\"quick fox\"",
        "The quick brown fox|\"quick brown\" \"the fox\"",
        "to be or not to be|\"be to\"",
        "今天的天气很好|天的气",
        "今天的天气很好|气天",
        "今天的天气很好|今气",
        "今天的天气很好|明",
        "我在家中，文件在桌上|中文",
        "中 文|中文",
        "ひらがなとカタカナ|かな が",
        "ひらがな|ヒラガナ",
        "新iPhone手机壳|\"iphone 壳\"",
        "新iPhone手机壳|phone",
        "ab|a",
        "naïve café|cafe",
        "word|wordt",
      })
  void isNotFoundBy(String text, String query) {
    assertFalse(finds(text, query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quick OR red",
        "quick NOT fox",
        "NOT quick",
        "quick AND fox",
        "qui*",
        "-nothing",
        "+quick -nothing",
        "~quick nothing",
        "(quick red)",
        "quick:1",
        "terms:quick",
        "marks : \"o\"",
        "quick | red",
        "quick & red",
        "!quick nothing",
        "qui:*",
        "^quick nothing",
        "{terms marks}: quick",
        "NEAR(quick fox)",
        "quick NEAR/9 fox",
        "@1 quick",
        "< quick >nothing",
        "';DROP TABLE chat_message;--",
        "o",
        "a1",
        "t717569636b",
        "m61",
        "\\' OR 1=1",
        "$1 ?",
        "quick\u0000red",
        "\uFFFE0",
        "\u202Equick red"
      })
  void whatDatabasesUnderstandByItselfIsTextAndNothingElse(String query) {
    append(GENERAL, 1, null, "The quick brown fox");
    append(GENERAL, 1, null, "another");

    assertEquals(List.of(), texts(query, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quick*", "-fox", "+quick", "quick <-> fox", "\\quick", "'quick'", "%quick%", "quick;--",
        "\"quick\"\"", "quick \"\"", "(quick)", "@quick", "~quick", "{quick}", "^quick:*", "$quick$"
      })
  void signsAroundAWordAreNothing(String query) {
    append(GENERAL, 1, null, "The quick brown fox");

    assertEquals(List.of("The quick brown fox"), texts(query, 2));
  }

  @Test
  void whatIsWrittenLikeAnOperatorIsFound() {
    append(GENERAL, 1, null, "quick OR red");
    append(GENERAL, 1, null, "AND NOT near");
    append(GENERAL, 1, null, "it's 100% \"so\" \\ 'x' ; --");

    assertEquals(List.of("quick OR red"), texts("quick OR red", 2));
    assertEquals(List.of("AND NOT near"), texts("and not", 2));
    assertEquals(List.of("it's 100% \"so\" \\ 'x' ; --"), texts("it's 100% 'x'; --", 2));
  }

  @Test
  void whatIsVeryLongIsFoundByEachOfItsWords() {
    String word = "x".repeat(5_000);
    append(GENERAL, 1, null, word + " 很长 end");
    append(GENERAL, 1, null, "语".repeat(3_000) + "尾");
    append(GENERAL, 1, null, "w ".repeat(5_000) + "tail");
    append(GENERAL, 1, null, "\uFDFA ".repeat(3_000));

    assertEquals(1, texts("很长 end", 2).size());
    assertEquals(0, texts("x".repeat(100), 2).size());
    assertEquals(1, texts("语尾", 2).size());
    assertEquals(1, texts("语语语", 2).size());
    assertEquals(1, texts("\"w tail\"", 2).size());
    assertEquals(1, texts("\uFDFA", 2).size());
  }

  @Test
  void whatCannotBeFoundCanBeStored() {
    append(GENERAL, 1, null, "!!! \u0000 ''' \\ \"");
    append(GENERAL, 1, null, "\uFE0F\u0301");

    assertEquals(2, texts("from:1", 2).size());
  }
}
