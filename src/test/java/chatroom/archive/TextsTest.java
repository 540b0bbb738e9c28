package chatroom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TextsTest {
  /** What is filled in, by the key of each text. */
  private static Map<String, String> outline(Locale language) throws IOException {
    Properties texts = new Properties();
    String name = "texts_" + language.getLanguage() + ".properties";
    try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name))) {
      texts.load(new InputStreamReader(in, UTF_8));
    }
    Map<String, String> outline = new TreeMap<>();
    texts.forEach(
        (key, text) ->
            outline.put(key.toString(), text.toString().replaceAll("[^{}0-9]|20.*", "")));
    return outline;
  }

  @Test
  void everyLanguageSaysTheSame() throws IOException {
    for (Locale language : Texts.LANGUAGES) {
      assertEquals(outline(Locale.ENGLISH), outline(language));
    }
  }

  @Test
  void theFirstLanguageThatThereIsIsTaken() {
    assertEquals("de", chosen("fr-CA", "de-AT", "en"));
    assertEquals("zh-Hans", chosen("zh-TW"));
    assertEquals("en", chosen("en-GB"));
    assertEquals("en", chosen("fr"));
    assertEquals("en", chosen());
  }

  private static String chosen(String... tags) {
    return Texts.in(Texts.choose(List.of(tags).stream().map(Locale::forLanguageTag).toList()))
        .tag();
  }

  @Test
  void aDayIsWrittenAsTheLanguageDoes() {
    LocalDate day = LocalDate.of(2026, 3, 7);
    assertEquals("Saturday, March 7, 2026", Texts.in(Texts.choose(List.of())).day(day));
    assertEquals("Samstag, 7. März 2026", Texts.in(Locale.GERMAN).day(day));
    assertEquals("2026年3月7日星期六", Texts.in(Locale.CHINESE).day(day));
  }

  @Test
  void whatIsFilledInIsNotLookedThroughAgain() {
    assertEquals("Page {1} of $0", Texts.in(Locale.ENGLISH).of("page", "{1}", "$0"));
  }
}
