package chatroom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the archive's pages say in one language.
 *
 * <p>Thread safety: immutable.
 */
public final class Texts {
  /** Those that there are; the first is for whoever asks for none of them. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("zh-Hans"));

  private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

  private final Locale language;
  private final Map<String, String> texts;

  private Texts(Locale language, Map<String, String> texts) {
    this.language = language;
    this.texts = Map.copyOf(texts);
  }

  /** Those of that language, which is one of {@link #LANGUAGES}. */
  public static Texts in(Locale language) {
    Properties read = new Properties();
    String name = "texts_" + language.getLanguage() + ".properties";
    try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream(name), name)) {
      read.load(new InputStreamReader(in, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new HashMap<>();
    read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
    return new Texts(language, texts);
  }

  /**
   * The first of the languages that somebody wants and that there is.
   *
   * @param wanted the dearest first
   */
  public static Locale choose(List<Locale> wanted) {
    return wanted.stream()
        .flatMap(it -> LANGUAGES.stream().filter(own -> own.getLanguage().equals(it.getLanguage())))
        .findFirst()
        .orElse(LANGUAGES.get(0));
  }

  /** The language as HTML names it. */
  String tag() {
    return language.toLanguageTag();
  }

  /**
   * What is called so.
   *
   * @param parts what stands in the place of {@code {0}}, {@code {1}} …
   */
  String of(String key, Object... parts) {
    String text = Objects.requireNonNull(texts.get(key), key);
    return PLACE
        .matcher(text)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(String.valueOf(parts[Integer.parseInt(place.group(1))])));
  }

  /** A day in full. */
  String day(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language).format(date);
  }
}
