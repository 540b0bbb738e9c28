package chatroom.functional;

import static chatroom.functional.Telling.about;
import static chatroom.functional.Telling.newest;
import static chatroom.functional.Telling.said;
import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Change.React;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Emoji are put to messages and taken away, each once by each, and counted. */
final class ReactIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient alice;
  private TestClient bob;

  @BeforeEach
  void twoTalk() {
    alice = CHAT.join("Alice");
    bob = CHAT.join("Bob");
    alice.untilNow();
  }

  private static JsonObject react(TestClient who, long id, String emoji, boolean on) {
    who.send("react", "message_id", id, "emoji", emoji, "on", on, "ref", "r" + System.nanoTime());
    JsonObject reaction = who.expect("reaction");
    JsonObject ack = who.expect("ack");
    assertEquals(reaction.getJsonNumber("id"), ack.getJsonNumber("id"));
    assertEquals(reaction.getJsonNumber("seq"), ack.getJsonNumber("seq"));
    return reaction;
  }

  private static void assertReaction(
      JsonObject told, long id, String emoji, TestClient who, boolean on, int count) {
    assertEquals(id, about(told));
    assertEquals(emoji, content(told).getString("emoji"));
    assertEquals(who.id(), content(told).getJsonNumber("user_id").longValueExact());
    assertEquals(on, content(told).getBoolean("on"));
    assertEquals(count, content(told).getInt("count"));
  }

  @Test
  void aReactionIsToldToAllWhoReactsIncludedAndCounted() {
    long id = said(alice, "hello", bob);
    JsonObject first = react(bob, id, "👍", true);
    assertEquals(first, alice.expect("reaction"));
    assertReaction(first, id, "👍", bob, true, 1);
    JsonObject second = react(alice, id, "👍", true);
    assertEquals(second, bob.expect("reaction"));
    assertReaction(second, id, "👍", alice, true, 2);
    JsonObject off = react(bob, id, "👍", false);
    assertEquals(off, alice.expect("reaction"));
    assertReaction(off, id, "👍", bob, false, 1);
  }

  @Test
  void aHistoryCountsThemAndMarksTheReadersOwn() {
    long id = said(alice, "hello", bob);
    react(bob, id, "👍", true);
    react(bob, id, "☕", true);
    alice.untilNow();
    react(alice, id, "👍", true);
    bob.untilNow();

    assertEquals("👍 2 true, ☕ 1 false", reactions(alice));
    assertEquals("👍 2 true, ☕ 1 true", reactions(bob));
    react(alice, id, "👍", false);
    bob.untilNow();
    react(bob, id, "☕", false);
    alice.untilNow();
    assertEquals("👍 1 false", reactions(alice));
    react(bob, id, "👍", false);
    assertFalse(newest(bob, "general").containsKey("reactions"));
  }

  private static String reactions(TestClient reader) {
    List<String> all =
        newest(reader, "general").getJsonArray("reactions").getValuesAs(JsonObject.class).stream()
            .map(it -> it.getString("emoji") + " " + it.getInt("count") + " " + it.get("mine"))
            .toList();
    return String.join(", ", all);
  }

  @Test
  void whatIsSoAlreadyIsAcknowledgedAndToldToNobody() {
    long id = said(alice, "hello", bob);
    JsonObject off =
        bob.ask("react", "ack", "message_id", id, "emoji", "👍", "on", false, "ref", "a");
    assertEquals(id, Telling.id(off));
    react(bob, id, "👍", true);
    alice.expect("reaction");
    JsonObject on =
        bob.ask("react", "ack", "message_id", id, "emoji", "👍", "on", true, "ref", "b");
    assertEquals(id, Telling.id(on));
    assertEquals(off.getJsonNumber("seq"), on.getJsonNumber("seq"));
    alice.expectNothing();
    bob.expectNothing();
  }

  @Test
  void theSameRefAgainDoesNothingWhateverHappenedSince() {
    long id = said(alice, "hello", bob);
    bob.send("react", "message_id", id, "emoji", "👍", "on", true, "ref", "x");
    JsonObject first = bob.await("ack");
    react(bob, id, "👍", false);
    JsonObject again =
        bob.ask("react", "ack", "message_id", id, "emoji", "👍", "on", true, "ref", "x");

    assertEquals(first.getJsonNumber("id"), again.getJsonNumber("id"));
    assertFalse(newest(bob, "general").containsKey("reactions"));
    alice.expect("reaction");
    alice.expect("reaction");
    alice.expectNothing();
  }

  @Test
  void thereAreNoMoreThanTwentyDifferentOnes() {
    long id = said(alice, "hello", bob);
    for (int i = 0; i < React.MAX_EMOJI; i++) {
      react(bob, id, Character.toString(0x1F600 + i), true);
    }
    bob.send("react", "message_id", id, "emoji", "👍", "on", true, "ref", "more");
    JsonObject error = bob.expectError("not_allowed");

    assertTrue(error.getString("message").contains("20"), error::toString);
    assertEquals("more", error.getString("ref"));
    alice.untilNow();
    assertReaction(react(alice, id, "😀", true), id, "😀", alice, true, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "👍🏽",
        "❤️",
        "👩‍👩‍👧‍👦",
        "🇨🇭",
        "1️⃣",
        "#️⃣",
        "☕",
        "©️",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "🫠"
      })
  void anEmojiIsOneCharacterAsAPersonCounts(String emoji) {
    long id = said(alice, "hello", bob);

    assertReaction(react(bob, id, emoji, true), id, emoji, bob, true, 1);
    assertEquals(emoji + " 1 true", reactions(bob));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a", "1", "漢", "👍👍", "👍 ", " 👍", "a👍", ":+1:", "<b>", "\u202E", "\u200D"
      })
  void whatIsNoEmojiIsRefused(String text) {
    long id = said(alice, "hello", bob);
    bob.send("react", "message_id", id, "emoji", text, "on", true, "ref", "r");
    assertEquals("One emoji is needed", bob.expectError("invalid_format").getString("message"));
    alice.expectNothing();
    bob.expectNothing();
  }

  @Test
  void anEmojiHasNoMoreThan64Bytes() {
    long id = said(alice, "hello", bob);
    String longest = "👨🏿" + "\u200D👨".repeat(8);
    bob.send("react", "message_id", id, "emoji", longest + "\u200D👨", "on", true);
    bob.expectError("invalid_format");
    bob.send("react", "message_id", id, "emoji", "👍" + "\u0301".repeat(30), "on", true);
    bob.expectError("invalid_format");
    alice.expectNothing();
    react(bob, id, longest, true);
  }

  @Test
  void withoutAnEmojiOrWithoutOnNothingHappens() {
    long id = said(alice, "hello", bob);
    bob.send("react", "message_id", id, "on", true);
    bob.expectError("invalid_format");
    bob.send("react", "message_id", id, "emoji", "👍");
    bob.expectError("invalid_format");
    bob.send("react", "emoji", "👍", "on", true);
    bob.expectError("message_not_found");
    alice.expectNothing();
  }
}
