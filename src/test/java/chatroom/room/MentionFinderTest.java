package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import chatroom.account.PrecisNicknames;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a text names; what is in {@code mentions.json} the page finds, too. */
final class MentionFinderTest {
  private static final int LONGEST_TEXT = 10_000;
  private static final List<String> PEOPLE =
      List.of(
          "Ada",
          "Ann",
          "Ann Lee",
          "Bob",
          "Grace Hopper",
          "Zoë",
          "小明",
          "小明明",
          "さくら",
          "サクラ",
          "민수",
          "Нина",
          "محمد",
          "สมชาย",
          "😀",
          "❤",
          "Room Service",
          "Room",
          "User12");

  private static final Nicknames NICKNAMES = new PrecisNicknames();

  private final MentionFinder finder = new MentionFinder(NICKNAMES);
  private final Map<String, Long> keys = new HashMap<>();

  MentionFinderTest() {
    for (int i = 0; i < PEOPLE.size(); i++) {
      keys.put(key(PEOPLE.get(i)), i + 1L);
    }
  }

  private static String key(String name) {
    try {
      return name.equals("User12") ? NICKNAMES.unnamed(12).key() : NICKNAMES.parse(name).key();
    } catch (Rejection e) {
      throw new AssertionError(name, e);
    }
  }

  private Optional<Long> whose(String key) {
    return Optional.ofNullable(keys.get(key));
  }

  private Set<String> named(String text) {
    Mentions found = finder.find(text, this::whose);
    Set<String> names = new HashSet<>();
    found.users().forEach(id -> names.add(PEOPLE.get((int) (id - 1))));
    if (found.everybody()) {
      names.add("room");
    }
    return names;
  }

  @TestFactory
  Stream<DynamicTest> thoseAreNamedWhomThePageShows() {
    try (JsonReader reader =
        Json.createReader(MentionFinderTest.class.getResourceAsStream("/mentions.json"))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream().map(this::named);
    }
  }

  private DynamicTest named(JsonObject row) {
    Set<String> expected =
        row.getJsonArray("named").getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .collect(Collectors.toSet());
    String text = row.getString("text");
    return DynamicTest.dynamicTest(
        row.getString("why"), () -> assertEquals(expected, named(text), text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Аda", "@ΑDΑ", "@B0b", "@ВОВ,"})
  void whoeverPeopleWouldTakeForThemIsNamed(String text) {
    assertEquals(1, named(text).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paypaI",
        "Mimi 10|O",
        "Нина",
        "ΝΊΚΟΣ",
        "Strauß",
        "小明",
        "Łódź",
        "😀",
        "Eνa",
        "ﬁne"
      })
  void whatIsReadHasTheKeyThatItHasAsAName(String name) {
    Nicknames.Reading reading = NICKNAMES.read();
    name.codePoints().forEach(reading::add);

    assertEquals(key(name), reading.key());
  }

  @Test
  void withoutAnAtNothingIsLookedUp() {
    assertSame(Mentions.NONE, finder.find("x".repeat(LONGEST_TEXT), key -> fail(key)));
  }

  @Test
  void onlySoManyPlacesAreLookedAt() {
    String nobody = "@x ".repeat(MentionFinder.MOST - 1);

    assertEquals(Set.of("Ada"), named(nobody + "@Ada"));
    assertEquals(Set.of(), named(nobody + "@x @Ada"));
    assertEquals(Set.of("Ada"), named("a@b ".repeat(1_000) + "@Ada"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "@ ",
        "@a",
        "@a ",
        "@- ",
        "@小",
        "@e\u0301",
        "@ﷺ",
        "_",
        "\\",
        "`",
        "``` \n",
        "```a\n",
        "~~~a\n",
        "`@",
        "\\`",
        "[@](",
        "https://@",
        "\n",
        " \n",
        "\r",
        "- `\n",
        "http"
      })
  void aHostileTextIsReadOnce(String piece) {
    String text = piece.repeat(LONGEST_TEXT / piece.length()) + "@";
    AtomicInteger lookedUp = new AtomicInteger();

    assertTimeout(
        Duration.ofSeconds(1),
        () ->
            finder.find(
                text,
                key -> {
                  lookedUp.incrementAndGet();
                  return Optional.empty();
                }));
    assertTrue(lookedUp.get() <= MentionFinder.MOST * 60, lookedUp + " times");
  }

  @Test
  void marksOfEveryLengthThatDoNotEndAreLookedForOnce() {
    String marks = IntStream.range(3, 130).mapToObj("`"::repeat).collect(Collectors.joining("a\n"));

    assertTimeout(Duration.ofSeconds(1), () -> named(marks + "@Ada"));
  }
}
