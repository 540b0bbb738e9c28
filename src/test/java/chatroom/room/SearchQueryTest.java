package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of a query. */
class SearchQueryTest {
  private static String phrases(SearchQuery query) {
    List<String> phrases =
        query.phrases().stream()
            .map(it -> String.join("-", it.stream().map(Token::text).toList()))
            .toList();
    return String.join(" ", phrases);
  }

  private static String refusal(String query) {
    Rejection refusal = assertThrows(Rejection.class, () -> SearchQuery.parse(query));
    assertEquals(Code.INVALID_FORMAT, refusal.code());
    return refusal.text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "One two|one two",
        "\"One two\" three|one-two three",
        "“One two” three|one-two three",
        "one\"two three\"four|one two-three four",
        "\"one two|one-two",
        "\"\" one|one",
        "one!? ...|one",
        "中文|中-文",
        "iPhone手机|iphone-手-机",
        "from one|from one",
        "from: one|from one",
        "to:one http://x|to-one http-x",
        "xfrom:one|xfrom-one",
        "one\u3000two|one two",
      })
  void wordsAndPhrasesAreLookedFor(String query, String phrases) throws Rejection {
    SearchQuery parsed = SearchQuery.parse(query);

    assertEquals(phrases, phrases(parsed));
    assertEquals(
        new SearchQuery(
            parsed.phrases(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false),
        parsed);
  }

  @Test
  void filtersStandAnywhereAndInAnyCase() throws Rejection {
    SearchQuery query =
        SearchQuery.parse("from:Ann one IN:@7 two after:2026-01-31 before：2026-02-28 Has:IMAGE");

    assertEquals("one two", phrases(query));
    assertEquals(Optional.of("Ann"), query.from());
    assertEquals(Optional.of("@7"), query.in());
    assertEquals(Optional.of(Instant.parse("2026-01-31T00:00:00Z")), query.since());
    assertEquals(Optional.of(Instant.parse("2026-02-28T00:00:00Z")), query.until());
    assertEquals(true, query.image());
  }

  @Test
  void whatHasASpaceInItStandsInQuotes() throws Rejection {
    assertEquals(Optional.of("Ann Lee"), SearchQuery.parse("from:\"Ann Lee\"").from());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!", "\"\"", "\" \"", "...", "\u0000", "\uFE0F"})
  void aQueryForNothingIsRefused(String query) {
    assertEquals(
        "A query needs a word, or a filter: from: in: before: after: has:image", refusal(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-01",
        "2026-02-30",
        "yesterday",
        "2026-1-1",
        "20260101",
        "\"\"",
        "2026-01-01T00:00",
        "+2026-01-01",
        "-2026-01-01",
        "99999-01-01",
        "２０２６-01-01"
      })
  void aDayThatIsNoneIsRefused(String day) {
    assertEquals("before: needs a day, such as 2026-01-31", refusal("one before:" + day));
    assertEquals("after: needs a day, such as 2026-01-31", refusal("after:" + day));
  }

  @Test
  void whatContradictsItselfIsRefused() {
    assertEquals("A filter may be given once", refusal("from:ann from:bob"));
    assertEquals("has: knows image alone", refusal("has:video"));
  }

  @Test
  void twoHundredCharactersAreTakenAndOneMoreIsNot() throws Rejection {
    assertEquals(1, SearchQuery.parse("👍".repeat(200)).phrases().size());
    assertEquals("A query has at most 200 characters", refusal("👍".repeat(201)));
    assertEquals("A query has at most 200 characters", refusal(" ".repeat(201)));
  }
}
