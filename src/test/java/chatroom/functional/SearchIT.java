package chatroom.functional;

import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whoever looks for messages finds those that they may read, whatever they write into the query.
 */
final class SearchIT extends TwoInTheRoom {
  /** A word that no other test says. */
  private static String word() {
    return "word" + UUID.randomUUID().toString().replace("-", "");
  }

  private static List<String> texts(JsonObject results) {
    return list(results).stream().map(it -> it.getString("content")).toList();
  }

  private static List<String> found(TestClient who, String query) {
    return texts(who.ask("search", "search_results", "query", query));
  }

  @Test
  void whatWasSaidIsFoundTheNewestFirst() {
    String word = word();
    JsonObject ack = witness.ask("message", "ack", "content", "one " + word, "ref", "1");
    mallory.await("message");
    witness.ask("message", "ack", "content", "two 今天的天气 " + word, "ref", "2");
    mallory.await("message");

    JsonObject results = mallory.ask("search", "search_results", "query", word, "ref", "s");
    assertEquals(List.of("two 今天的天气 " + word, "one " + word), texts(results));
    assertEquals("s", results.getString("ref"));
    assertFalse(results.getBoolean("has_more"));
    JsonObject oldest = list(results).get(1);
    assertEquals("message", oldest.getString("type"));
    assertEquals(ack.getJsonNumber("id"), oldest.getJsonNumber("id"));
    assertEquals(ack.getJsonNumber("seq"), oldest.getJsonNumber("seq"));
    assertEquals("general", oldest.getString("room"));
    assertEquals(witness.id(), oldest.getJsonNumber("from_id").longValueExact());
    assertEquals(1, found(mallory, "天气 " + word).size());
    assertEquals(1, found(mallory, "气 " + word).size());
    assertEquals(0, found(mallory, "今气 " + word).size());
    assertEquals(2, found(mallory, "from:" + witness.id() + " " + word).size());
    assertEquals(0, found(mallory, "from:" + mallory.id() + " " + word).size());
  }

  @Test
  void oneSeesTheOwnMessageAsSoonAsOneAsks() {
    String word = word();
    for (int i = 0; i < 50; i++) {
      mallory.say(word + " " + i);
      assertEquals(word + " " + i, found(mallory, word).get(0));
    }
  }

  @Test
  void whatWasEditedOrDeletedIsFoundAsItIsNow() {
    String before = word();
    String now = word();
    JsonObject ack = mallory.ask("message", "ack", "content", before, "ref", "m");
    long id = ack.getJsonNumber("id").longValueExact();
    mallory.send("edit", "message_id", id, "content", now, "ref", "e");
    mallory.await("ack");

    assertEquals(List.of(), found(mallory, before));
    assertEquals(List.of(now), found(mallory, now));
    mallory.send("delete", "message_id", id, "ref", "d");
    mallory.await("ack");
    assertEquals(List.of(), found(mallory, now));
  }

  @Test
  void pageByPageAllAreFoundOnce() {
    String word = word();
    for (int i = 0; i < 7; i++) {
      mallory.say(word);
    }
    long before = Long.MAX_VALUE / 16;
    int count = 0;
    boolean more = true;
    while (more) {
      JsonObject page =
          mallory.ask("search", "search_results", "query", word, "before_id", before, "limit", 3);
      more = page.getBoolean("has_more");
      List<JsonObject> messages = list(page);
      count += messages.size();
      before = messages.get(messages.size() - 1).getJsonNumber("id").longValueExact();
    }
    assertEquals(7, count);
  }

  @Test
  void aPrivateChatIsFoundByItsTwoAlone() {
    String word = word();
    TestClient third = CHAT.join();
    mallory.send("private_message", "to_id", witness.id(), "content", word);
    witness.await("private_message");
    mallory.await("private_message_sent");

    JsonObject sent = list(mallory.ask("search", "search_results", "query", word)).get(0);
    assertEquals("@" + witness.id(), sent.getString("room"));
    JsonObject got = list(witness.ask("search", "search_results", "query", word)).get(0);
    assertEquals("@" + mallory.id(), got.getString("room"));
    assertEquals(List.of(), found(third, word));
    assertEquals(List.of(), found(third, "in:@" + mallory.id() + " " + word));
    assertEquals(List.of(), found(third, "from:" + mallory.id() + " " + word));
  }

  static Stream<String> hostile() {
    return Stream.of(
        "\" OR 1=1 --",
        "'; DROP TABLE chat_message; --",
        "*",
        "a* OR b*",
        "NEAR(a b, 9)",
        "terms : a",
        "{terms marks} : o",
        "- + ~ < > ( ) @ ! & | : * \" '",
        "from:\"' OR ''='\"",
        "from:%",
        "in:' before:2026-01-01",
        "\u0000\u0001\uFFFE\uFFFF",
        "\u202E\u200B\uFEFF",
        "(".repeat(200),
        "\"".repeat(199),
        "a ".repeat(100),
        "的".repeat(200),
        "\uFDFA".repeat(200),
        "👩‍👩‍👧‍👦".repeat(18));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whateverStandsInAQueryIsTextAndTheRoomNoticesNothing(String query) {
    mallory.send("search", "query", query, "ref", "h");
    JsonObject answer = mallory.take();
    if (answer.getString("type").equals("error")) {
      String code = TestClient.content(answer).getString("code");
      assertTrue(List.of("invalid_format", "room_not_found").contains(code), code);
      assertEquals("h", TestClient.content(answer).getString("ref"));
    } else {
      assertEquals("search_results", answer.getString("type"));
      assertEquals("h", answer.getString("ref"));
    }
    unnoticed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"search\"}",
        "{\"type\":\"search\",\"query\":null}",
        "{\"type\":\"search\",\"query\":\"\"}",
        "{\"type\":\"search\",\"query\":\"!?\"}",
        "{\"type\":\"search\",\"query\":42}",
        "{\"type\":\"search\",\"query\":[\"a\"]}",
        "{\"type\":\"search\",\"query\":\"\\ud800\"}",
        "{\"type\":\"search\",\"query\":\"a\",\"room\":7}",
        "{\"type\":\"search\",\"query\":\"a\",\"limit\":\"7\"}",
        "{\"type\":\"search\",\"query\":\"a\",\"limit\":-1}",
        "{\"type\":\"search\",\"query\":\"a\",\"before_id\":true}",
        "{\"type\":\"search\",\"query\":\"a\",\"before_id\":1e400}",
        "{\"type\":\"search\",\"query\":\"a after:2026-02-30\"}",
        "{\"type\":\"search\",\"query\":\"a has:cheese\"}",
        "{\"type\":\"search\",\"query\":\"a\",\"ref\":7}"
      })
  void whatIsNoQueryIsRefused(String frame) {
    refused("invalid_format", frame);
  }

  @Test
  void aQueryThatIsTooLongIsRefused() {
    refused("invalid_format", TestClient.frame("search", "query", "x".repeat(201)).toString());
    refused("invalid_format", TestClient.frame("search", "query", "x ".repeat(5_000)).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "@", "@0", "@1:2", "General"})
  void aRoomThatIsNotThereIsRefused(String room) {
    refused("room_not_found", TestClient.frame("search", "query", "a", "room", room).toString());
    refused("room_not_found", TestClient.frame("search", "query", "a in:" + room).toString());
  }

  @Test
  void aFloodOfSearchesIsAnsweredInItsOrderWhileOthersTalk() {
    for (int i = 0; i < 300; i++) {
      mallory.send("search", "query", "a e i o u the", "ref", "f" + i);
    }
    for (int i = 0; i < 20; i++) {
      witness.ask("message", "ack", "content", "calm " + i, "ref", "c" + i);
    }
    for (int i = 0; i < 300; i++) {
      assertEquals("f" + i, mallory.await("search_results").getString("ref"));
    }
    mallory.untilNow();
    unnoticed();
  }
}
