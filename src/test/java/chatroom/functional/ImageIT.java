package chatroom.functional;

import static chatroom.functional.Telling.acked;
import static chatroom.functional.Telling.newest;
import static chatroom.functional.Telling.said;
import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An image is a message whose content is a link; a message may answer another one. */
final class ImageIT {
  private static final String CAT = "https://example.org/cat.png";

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient alice;
  private TestClient bob;

  @BeforeEach
  void twoTalk() {
    alice = CHAT.join("Alice");
    bob = CHAT.join("Bob");
    alice.untilNow();
  }

  @Test
  void anImageGoesToEverybodyElseAndIsStored() {
    JsonObject ack = alice.ask("image", "ack", "url", CAT, "alt", "a cat", "ref", "i");
    JsonObject image = bob.expect("image");

    assertEquals(CAT, content(image).getString("url"));
    assertEquals("a cat", content(image).getString("alt"));
    assertEquals("general", image.getString("room"));
    assertEquals(alice.id(), image.getJsonNumber("from_id").longValueExact());
    assertEquals(ack.getJsonNumber("id"), image.getJsonNumber("id"));
    assertEquals(image, newest(bob, "general"));
    alice.expectNothing();
  }

  @Test
  void theSameRefAgainIsTheSameAck() {
    JsonObject first = alice.ask("image", "ack", "url", CAT, "ref", "i");
    JsonObject again = alice.ask("image", "ack", "url", CAT, "ref", "i");

    assertEquals(first.getJsonNumber("id"), again.getJsonNumber("id"));
    assertEquals("", content(bob.expect("image")).getString("alt"));
    bob.expectNothing();
  }

  static Stream<String> links() {
    return Stream.of(
        "http://example.org",
        "HTTPS://example.org/a%20b?c=d&e=%22#f",
        "https://127.0.0.1:8443/x.png",
        "http://[::1]/x.png",
        "https://example.org/\u6f22.png",
        "https://example.org/" + "x".repeat(1_980));
  }

  @ParameterizedTest
  @MethodSource("links")
  void aLinkIsToldAsItWasGiven(String url) {
    alice.send("image", "url", url);

    assertEquals(url, content(bob.expect("image")).getString("url"));
  }

  static Stream<String> noLinks() {
    return Stream.of(
        "",
        "x",
        "cat.png",
        "//example.org/cat.png",
        "/chat/cat.png",
        "ftp://example.org/cat.png",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "blob:https://example.org/1",
        "https:",
        "https://",
        "https:///cat.png",
        "https://user@example.org/",
        "https://user:password@example.org/",
        "https://example.org@evil.example/",
        "https://example.org/a b",
        "https://example.org\\@evil.example/",
        "https://example.org/\"onload=x",
        "https://example.org/<b>",
        " https://example.org/",
        "https://example.org/\n",
        "https://example.org/\u0000",
        "uploads/",
        "uploads/AbC_0-9",
        "uploads/../index.html",
        "uploads/a/b",
        "uploads/a?b",
        "/uploads/a",
        "uploads/" + "a".repeat(65),
        "https://example.org/" + "x".repeat(1_981));
  }

  @ParameterizedTest
  @MethodSource("noLinks")
  void whatIsNoLinkToAnImageIsRefused(String url) {
    alice.send("image", "url", url, "alt", "x", "ref", "r");
    assertEquals("r", alice.expectError("invalid_url").getString("ref"));
    bob.expectNothing();
    alice.expectNothing();
  }

  @Test
  void withoutALinkThereIsNoImage() {
    alice.send("image");
    alice.expectError("invalid_url");
    alice.send("image", "url", null, "alt", "x");
    alice.expectError("invalid_url");
    bob.expectNothing();
  }

  @Test
  void theTextOfAnImageHasAtMost500Characters() {
    alice.send("image", "url", CAT, "alt", "👍".repeat(501));
    alice.expectError("invalid_url");
    alice.send("image", "url", CAT, "alt", "👍".repeat(500), "ref", "i");
    long id = Telling.id(alice.expect("ack"));
    bob.expect("image");
    alice.send("edit", "message_id", id, "content", "x".repeat(501));
    alice.expectError("invalid_url");
    alice.send("edit", "message_id", id, "content", "a cat");
    bob.expect("message_edited");
    JsonObject image = newest(bob, "general");
    assertEquals("a cat", content(image).getString("alt"));
    assertEquals(CAT, content(image).getString("url"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "", "General"})
  void inAnotherRoomItIsNotShown(String room) {
    alice.send("image", "url", CAT, "room", room);
    alice.expectError("room_not_found");
    alice.send("image", "url", CAT, "room", "random");
    alice.expectError("not_in_room");
    bob.expectNothing();
  }

  @Test
  void anAnswerSaysWhatItAnswers() {
    long id = said(alice, "hello", bob);
    bob.send("message", "content", "hi", "reply_to", id);
    assertEquals(id, alice.expect("message").getJsonNumber("reply_to").longValueExact());
    bob.send("image", "url", CAT, "reply_to", id);
    assertEquals(id, alice.expect("image").getJsonNumber("reply_to").longValueExact());
    assertEquals(id, newest(alice, "general").getJsonNumber("reply_to").longValueExact());
  }

  @Test
  void whatIsNotInThisRoomCannotBeAnswered() {
    alice.send("join_room", "room", "random");
    alice.await("history");
    long there = Telling.id(acked(alice, "message", "content", "x", "room", "random", "ref", "m"));
    for (long id : new long[] {there, 0, -1, 999_999_999}) {
      alice.send("message", "content", "x", "room", "general", "reply_to", id, "ref", "r");
      assertEquals("r", alice.expectError("message_not_found").getString("ref"));
      alice.send("private_message", "to_id", bob.id(), "content", "x", "reply_to", id);
      alice.expectError("message_not_found");
    }
    bob.expectNothing();
  }
}
