package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The client begins, and is greeted as it asks to be; a plain one is there and sees no difference.
 */
final class ChatV1IT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient witness;

  @BeforeEach
  void aPlainClientIsThere() {
    witness = CHAT.join("Witness");
  }

  private static JsonObject rooms(String room, long seq) {
    return Json.createObjectBuilder().add(room, seq).build();
  }

  @Test
  void theServerWaitsForHello() {
    TestClient alice = CHAT.silent();
    witness.expectNothing();
    assertEquals(0, alice.waiting());
    alice.hello("name", "Alice");
    assertEquals("Alice", witness.expect("join").getString("from_name"));
    assertEquals(2, alice.expect("users").getInt("users_online"));
    JsonObject history = alice.expect("history");
    assertEquals("general", history.getString("room"));
    assertFalse(history.containsKey("reset"));
    alice.expectNothing();
  }

  @Test
  void theWelcomeSaysWhatTheServerTakesAndCan() {
    TestClient alice = CHAT.silent();
    alice.send("hello");
    JsonObject welcome = content(alice.expect("welcome"));
    assertEquals(43, welcome.getString("resume_token").length());
    assertFalse(welcome.getBoolean("resumed"));
    JsonObject limits = welcome.getJsonObject("limits");
    assertEquals(10_240, limits.getInt("message_bytes"));
    assertEquals(20, limits.getInt("name_length"));
    assertEquals(0, limits.getInt("rate"));
    assertTrue(welcome.getJsonObject("features").getBoolean("persistent"));
  }

  @Test
  void aFrameMayHoldHelloAndMore() {
    TestClient alice = CHAT.silent();
    alice.sendText(
        """
        {"type":"hello","name":"Alice"}
        {"type":"message","content":"one","ref":"r1"}
        {"type":"message","content":"two","ref":"r2"}
        {"type":"ping","ref":"p"}
        """);
    alice.greeted();
    assertEquals("r1", alice.expect("ack").getString("ref"));
    assertEquals("r2", alice.expect("ack").getString("ref"));
    alice.expect("pong");
    witness.expect("join");
    JsonObject one = witness.expect("message");
    assertEquals("Alice", one.getString("from_name"));
    assertEquals("two", witness.expect("message").getString("content"));
  }

  @Test
  void binaryFramesHoldTheVerySameText() {
    TestClient alice = CHAT.silent().hello("frames", "binary", "name", "Älice ☕");
    assertEquals("Älice ☕", alice.name());
    alice.expect("users");
    alice.expect("history");
    witness.say("hello ☕");
    assertEquals("hello ☕", alice.expect("message").getString("content"));
  }

  @Test
  void whoHasSeenSomethingIsToldTheRest() {
    TestClient alice = CHAT.silent().hello();
    alice.expect("users");
    long seen = alice.expect("history").getJsonNumber("last_seq").longValueExact();
    witness.await("join");
    IntStream.range(0, 300).forEach(i -> witness.say("number " + i));
    alice.await("message", told -> told.getString("content").equals("number 150"));
    TestClient bob = CHAT.silent().hello("rooms", rooms("general", seen + 100));
    bob.await("users");
    for (int i = 100; i < 300; i++) {
      JsonObject message = bob.await("message");
      assertEquals("number " + i, message.getString("content"));
      assertEquals(seen + i + 1, message.getJsonNumber("seq").longValueExact());
    }
    bob.expectNothing();
  }

  @Test
  void theAnswerToAQuestionAboutHistoryHasTheRefOfTheQuestion() {
    witness.say("hello");
    JsonObject history = witness.ask("get_history", "history", "limit", 1, "ref", "h1");
    assertEquals("h1", history.getString("ref"));
    assertEquals("hello", list(history).get(0).getString("content"));
    assertFalse(witness.ask("get_history", "history", "limit", 1).containsKey("ref"));
  }

  @Test
  void whatComesBeforeHelloIsRefused() {
    TestClient alice = CHAT.silent();
    alice.send("message", "content", "hello", "ref", "r");
    assertEquals("r", alice.expectError("invalid_format").getString("ref"));
    alice.sendText("not JSON");
    alice.expectError("invalid_format");
    alice.hello();
    witness.expect("join");
    witness.expectNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"rooms\":[]",
        "\"rooms\":\"general\"",
        "\"rooms\":{\"general\":\"1\"}",
        "\"rooms\":{\"general\":-1}",
        "\"rooms\":{\"general\":1e99}",
        "\"rooms\":{\"general\":{\"general\":1}}",
        "\"name\":5",
        "\"frames\":true",
        "\"resume_token\":{}",
        "\"name\":\"\\ud800\"",
        "\"ref\":5",
      })
  void aHelloOfTheWrongKindIsRefusedAndCanBeSaidAgain(String field) {
    TestClient mallory = CHAT.silent();
    mallory.sendText("{\"type\":\"hello\"," + field + "}");
    mallory.expectError("invalid_format");
    witness.expectNothing();
    mallory.hello();
    witness.expect("join");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Witness", "WITNESS", "System", "User1", "", " ", "\u202Ebob", "x\u0000"})
  void aNameThatIsRefusedIsToldAndTheRestGoesOn(String name) {
    TestClient mallory = CHAT.silent();
    mallory.send("hello", "name", name);
    mallory.expect("error");
    mallory.greeted();
    assertEquals("User" + mallory.id(), mallory.name());
    assertEquals(mallory.name(), witness.expect("join").getString("from_name"));
    witness.expectNothing();
  }

  @Test
  void aHelloWithWhatIsNoTokenAndNoRoomIsThatOfANewcomer() {
    JsonObject rooms =
        Json.createObjectBuilder()
            .add("general", 999_999_999_999_999_999L)
            .add("nowhere", 1)
            .add("@", 1)
            .add("@0", 1)
            .add("@999999", 5)
            .add("@" + "9".repeat(500), 1)
            .build();
    TestClient mallory =
        CHAT.silent().hello("frames", "text", "rooms", rooms, "resume_token", "../../etc");
    List<JsonObject> heard = mallory.untilNow();
    assertEquals(4, heard.stream().filter(it -> it.getString("type").equals("error")).count());
    List<JsonObject> resets =
        heard.stream().filter(it -> it.getString("type").equals("history")).toList();
    assertEquals(2, resets.size());
    resets.forEach(it -> assertTrue(it.getBoolean("reset")));
    witness.expect("join");
    witness.expectNothing();
  }

  @Test
  void aHelloAsLargeAsAMessageMayBeHarmsNobody() {
    TestClient mallory = CHAT.silent();
    mallory.send("hello", "name", "x".repeat(10_000));
    mallory.expectError("invalid_name");
    mallory.greeted();
    TestClient another = CHAT.silent();
    another.send("hello", "name", "x".repeat(11_000));
    another.expectError("message_too_large");
    witness.expect("join");
    witness.expectNothing();
  }

  @Test
  void helloIsSaidOnceAndByNoPlainClient() {
    TestClient alice = CHAT.silent().hello();
    alice.send("hello", "name", "Alice");
    alice.await("error");
    witness.expect("join");
    witness.send("hello");
    witness.expectError("unsupported");
    witness.expectNothing();
  }
}
