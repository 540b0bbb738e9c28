package chatroom.room;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person writes into a search field. Whatever is no filter is text to look for: there
 * is nothing in it that a database could take for more than that.
 *
 * <p>Thread safety: none; for one query.
 */
final class SearchParser {
  /** The longest query, in characters. */
  static final int MAX_LENGTH = 200;

  /** A filter, or what is in quotes, or what has no space in it. */
  private static final Pattern PART =
      Pattern.compile(
          "(?:(?<key>from|in|before|after|has):(?=\\S))?(?:\"(?<quoted>[^\"]*)\"?|(?<bare>[^\\s\"]+))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final String query;
  private final List<List<Token>> phrases = new ArrayList<>();
  private final Map<String, String> filters = new HashMap<>();

  SearchParser(String query) {
    this.query = query;
  }

  SearchQuery parse() throws Rejection {
    if (query.codePointCount(0, query.length()) > MAX_LENGTH) {
      throw wrong("A query has at most " + MAX_LENGTH + " characters");
    }
    // As they come from Chinese keyboards.
    Matcher parts = PART.matcher(query.replace('：', ':').replaceAll("[“”＂]", "\""));
    while (parts.find()) {
      String quoted = parts.group("quoted");
      take(parts.group("key"), quoted == null ? parts.group("bare") : quoted);
    }
    if (phrases.isEmpty() && filters.isEmpty()) {
      throw wrong("A query needs a word, or a filter: from: in: before: after: has:image");
    }
    return new SearchQuery(
        phrases, filter("from"), filter("in"), day("after"), day("before"), image());
  }

  private void take(@Nullable String key, String text) throws Rejection {
    if (key == null) {
      List<Token> phrase = Token.of(text);
      if (!phrase.isEmpty()) {
        phrases.add(phrase);
      }
    } else if (filters.put(key.toLowerCase(Locale.ROOT), text) != null) {
      throw wrong("A filter may be given once");
    }
  }

  private Optional<String> filter(String key) {
    return Optional.ofNullable(filters.get(key));
  }

  /** The beginning of a day, by UTC. */
  private Optional<Instant> day(String key) throws Rejection {
    String day = filters.get(key);
    if (day == null) {
      return Optional.empty();
    }
    try {
      if (DATE.matcher(day).matches()) {
        return Optional.of(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
    } catch (DateTimeException noSuchDay) {
      // Refused as what is no date at all.
    }
    throw wrong(key + ": needs a day, such as 2026-01-31");
  }

  private boolean image() throws Rejection {
    String kind = filters.get("has");
    if (kind != null && !kind.equalsIgnoreCase("image")) {
      throw wrong("has: knows image alone");
    }
    return kind != null;
  }

  private static Rejection wrong(String message) {
    return new Rejection(Code.INVALID_FORMAT, message);
  }
}
