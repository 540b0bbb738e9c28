package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one says everybody else reads, once and in the same order. */
final class MessageIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  @Test
  void aMessageGoesToEverybodyElse() {
    TestClient alice = CHAT.join("Alice");
    TestClient bob = CHAT.join("Bob");
    TestClient carol = CHAT.join("Carol");
    long before = System.currentTimeMillis();
    alice.say("hello");
    JsonObject message = bob.expect("message");
    assertEquals("hello", message.getString("content"));
    assertEquals(alice.id(), message.getJsonNumber("from_id").longValueExact());
    assertEquals("Alice", message.getString("from_name"));
    assertEquals("general", message.getString("room"));
    long sentAt = message.getJsonNumber("sent_at").longValueExact();
    assertTrue(before <= sentAt && sentAt <= System.currentTimeMillis(), "in milliseconds");
    assertTrue(message.getJsonNumber("id").longValueExact() < 1L << 53);
    assertEquals(message, carol.expect("message"));
    alice.expectNothing();
  }

  @Test
  void seqRisesByOneAndIdsAreDifferent() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.say("one");
    JsonObject one = bob.expect("message");
    bob.say("two");
    JsonObject two = alice.expect("message");
    assertEquals(
        one.getJsonNumber("seq").longValueExact() + 1, two.getJsonNumber("seq").longValueExact());
    assertNotEquals(one.getJsonNumber("id"), two.getJsonNumber("id"));
  }

  @Test
  void allSeeTheSameOrderHoweverManySpeakAtOnce() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    List<TestClient> readers = List.of(CHAT.join(), CHAT.join(), CHAT.join());
    for (int i = 0; i < 50; i++) {
      alice.say("a" + i);
      bob.say("b" + i);
    }
    List<String> order = heard(readers.get(0), 100);
    assertEquals(order, heard(readers.get(1), 100));
    assertEquals(order, heard(readers.get(2), 100));
    assertEquals(50, order.stream().filter(s -> s.startsWith("a")).count());
  }

  private static List<String> heard(TestClient reader, int count) {
    List<String> heard = new ArrayList<>();
    long expected = 0;
    for (int i = 0; i < count; i++) {
      JsonObject message = reader.await("message");
      long seq = message.getJsonNumber("seq").longValueExact();
      assertTrue(expected == 0 || seq == expected, "seq without a gap");
      expected = seq + 1;
      heard.add(message.getString("content"));
    }
    return heard;
  }

  @Test
  void aRefIsAcknowledgedWithTheNumbersThatOthersSee() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    JsonObject ack = alice.ask("message", "ack", "content", "hello", "ref", "r1");
    JsonObject message = bob.expect("message");
    assertEquals("r1", ack.getString("ref"));
    assertEquals(message.getJsonNumber("id"), ack.getJsonNumber("id"));
    assertEquals(message.getJsonNumber("seq"), ack.getJsonNumber("seq"));
    assertFalse(ack.containsKey("content"));
  }

  @Test
  void theSameRefAgainIsTheSameAckAndNothingSentTwice() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    JsonObject first = alice.ask("message", "ack", "content", "hello", "ref", "again");
    JsonObject second = alice.ask("message", "ack", "content", "hello", "ref", "again");
    assertEquals(first.getJsonNumber("id"), second.getJsonNumber("id"));
    assertEquals(first.getJsonNumber("seq"), second.getJsonNumber("seq"));
    bob.expect("message");
    alice.say("after");
    assertEquals("after", bob.expect("message").getString("content"));
  }

  @Test
  void anothersSameRefIsAnotherMessage() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    JsonObject alices = alice.ask("message", "ack", "content", "a", "ref", "shared");
    bob.expect("message");
    JsonObject bobs = bob.ask("message", "ack", "content", "b", "ref", "shared");
    assertNotEquals(alices.getJsonNumber("id"), bobs.getJsonNumber("id"));
    assertEquals("b", alice.expect("message").getString("content"));
  }

  @Test
  void aRefOf64CharactersIsTaken() {
    String ref = "r".repeat(64);
    JsonObject ack = CHAT.join().ask("message", "ack", "content", "hello", "ref", ref);
    assertEquals(ref, ack.getString("ref"));
  }

  @Test
  void emptyContentIsIgnored() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.say("");
    alice.send("message");
    alice.send("message", "content", null);
    alice.expectNothing();
    alice.say("after");
    assertEquals("after", bob.expect("message").getString("content"));
  }

  static Stream<String> texts() {
    return Stream.of(
        "中文，日本語，한국어",
        "👩‍👩‍👧‍👦 𝒳 🇨🇭",
        "line\nbreak\ttab \"quoted\" \\ back",
        "<script>alert(1)</script> &amp;",
        "\u2028\u2029\u0000\u0007",
        "שלום \u202Eolleh\u202C",
        " spaces around ",
        "{\"type\":\"message\",\"content\":\"inner\"}");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void contentArrivesAsItWasSent(String text) {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.say(text);
    assertEquals(text, bob.expect("message").getString("content"));
  }

  @Test
  void generalCanBeNamedAndNullIsAsIfItWereNot() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("message", "content", "named", "room", "general");
    alice.send("message", "content", "null", "room", null, "ref", null);
    assertEquals("named", bob.expect("message").getString("content"));
    assertEquals("null", bob.expect("message").getString("content"));
    alice.expectNothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "", "General", "@999999", "../general"})
  void anotherRoomIsNotFound(String room) {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("message", "content", "hello", "room", room, "ref", "r");
    alice.expectError("room_not_found");
    bob.expectNothing();
  }

  @Test
  void anErrorSaysWhichRequestItAnswers() {
    TestClient alice = CHAT.join();
    alice.send("message", "content", "hello", "room", "nowhere", "ref", "r7");
    JsonObject error = alice.expectError("room_not_found");
    assertEquals("r7", error.getString("ref"));
    assertFalse(error.getString("message").isEmpty());
  }

  @Test
  void aMessageInFragmentsIsOneMessage() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.sendFragments("{\"type\":\"mess", "age\",\"content\":\"in p", "", "ieces\"}");
    assertEquals("in pieces", bob.expect("message").getString("content"));
  }
}
