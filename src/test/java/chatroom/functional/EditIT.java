package chatroom.functional;

import static chatroom.functional.Telling.about;
import static chatroom.functional.Telling.acked;
import static chatroom.functional.Telling.eventsFrom;
import static chatroom.functional.Telling.newest;
import static chatroom.functional.Telling.said;
import static chatroom.functional.Telling.types;
import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.Eventually;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote a message changes what it says, for everybody; nobody else does. */
final class EditIT {
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
  void anEditIsToldToAllItsAuthorIncludedAndThenAcknowledged() {
    long id = said(alice, "helo", bob);
    alice.send("edit", "message_id", id, "content", "hello", "ref", "e");
    JsonObject edited = bob.expect("message_edited");
    assertEquals(edited, alice.expect("message_edited"));
    JsonObject ack = alice.expect("ack");

    assertEquals(id, about(edited));
    assertEquals("hello", content(edited).getString("content"));
    assertEquals(edited.getJsonNumber("timestamp"), content(edited).getJsonNumber("edited_at"));
    assertEquals("general", edited.getString("room"));
    assertEquals(alice.id(), edited.getJsonNumber("from_id").longValueExact());
    assertEquals("Alice", edited.getString("from_name"));
    assertEquals("e", ack.getString("ref"));
    assertEquals(edited.getJsonNumber("id"), ack.getJsonNumber("id"));
    assertEquals(edited.getJsonNumber("seq"), ack.getJsonNumber("seq"));
    bob.expectNothing();
  }

  @Test
  void aHistoryShowsWhatAMessageSaysNowAndWhatHappenedIsToldAsItHappened() {
    long id = said(alice, "one", bob);
    alice.send("edit", "message_id", id, "content", "two");
    alice.send("edit", "message_id", id, "content", "three");
    bob.expect("message_edited");
    JsonObject last = bob.expect("message_edited");
    JsonObject shown = newest(bob, "general");

    assertEquals("three", shown.getString("content"));
    assertEquals(content(last).getJsonNumber("edited_at"), shown.getJsonNumber("edited_at"));
    assertEquals(id, Telling.id(shown));
    List<JsonObject> events =
        eventsFrom(bob, "general", shown.getJsonNumber("seq").longValueExact());
    assertEquals(List.of("message", "message_edited", "message_edited"), types(events));
    assertEquals("one", events.get(0).getString("content"));
    assertFalse(events.get(0).containsKey("edited_at"));
    assertEquals(last, events.get(2));
  }

  @Test
  void whoComesLaterReadsWhatItSaysNow() {
    long id = said(alice, "one", bob);
    alice.send("edit", "message_id", id, "content", "two");
    JsonObject edited = bob.expect("message_edited");
    TestClient carol = CHAT.connect();
    carol.expect("welcome");
    carol.expect("users");
    JsonObject history = carol.expect("history");

    List<JsonObject> shown = TestClient.list(history);
    assertEquals("two", shown.get(shown.size() - 1).getString("content"));
    assertEquals(edited.getJsonNumber("seq"), history.getJsonNumber("last_seq"));
  }

  @Test
  void theSameRefAgainIsTheSameAckAndNothingIsToldTwice() {
    long id = said(alice, "one", bob);
    JsonObject first = acked(alice, "edit", "message_id", id, "content", "two", "ref", "e");
    acked(alice, "delete", "message_id", id, "ref", "d");
    JsonObject again = acked(alice, "edit", "message_id", id, "content", "two", "ref", "e");

    assertEquals(first.getJsonNumber("id"), again.getJsonNumber("id"));
    assertEquals(first.getJsonNumber("seq"), again.getJsonNumber("seq"));
    bob.expect("message_edited");
    bob.expect("message_deleted");
    bob.expectNothing();
  }

  @Test
  void anEmptyTextIsIgnored() {
    long id = said(alice, "hello", bob);
    alice.send("edit", "message_id", id, "content", "", "ref", "e");
    alice.send("edit", "message_id", id, "content", null);
    alice.send("edit", "message_id", id);
    alice.expectNothing();
    bob.expectNothing();
    assertEquals("hello", newest(bob, "general").getString("content"));
  }

  @Test
  void anotherOnesMessageIsNotChanged() {
    long id = said(alice, "hello", bob);
    bob.send("edit", "message_id", id, "content", "bye", "ref", "e");
    JsonObject error = bob.expectError("not_allowed");

    assertEquals("e", error.getString("ref"));
    assertEquals("Not your message", error.getString("message"));
    assertEquals("hello", newest(bob, "general").getString("content"));
    alice.expectNothing();
  }

  @Test
  void afterAWhileItStaysAsItIs() {
    try (ChatServer server =
            ChatServer.start(Map.of("edit-window-seconds", "1", "rate-limit", "0"));
        TestClient carol = TestClient.join(server)) {
      long id = said(carol, "hello");
      Eventually.until("it is too late", () -> isTooLate(carol, id));
      carol.send("delete", "message_id", id, "ref", "d");
      assertEquals(
          "Too late to change this message", carol.expectError("not_allowed").getString("message"));
    }
  }

  private static boolean isTooLate(TestClient author, long id) {
    author.send("edit", "message_id", id, "content", "again");
    return author.untilNow().stream()
        .filter(it -> it.getString("type").equals("error"))
        .anyMatch(it -> content(it).getString("code").equals("not_allowed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "999999999", "999999999999999999", "null"})
  void whatIsNotThereIsNotFound(String id) {
    said(alice, "hello", bob);
    for (String type : List.of("edit", "delete", "react")) {
      alice.sendText(
          "{\"type\":\"%s\",\"message_id\":%s,\"content\":\"x\",\"emoji\":\"👍\",\"on\":true,\"ref\":\"r\"}"
              .formatted(type, id));
      assertEquals("r", alice.expectError("message_not_found").getString("ref"));
    }
    bob.expectNothing();
  }

  @Test
  void inARoomThatOneIsNotInNothingIsFound() {
    TestClient carol = CHAT.join();
    alice.untilNow();
    bob.untilNow();
    for (TestClient each : List.of(alice, bob)) {
      each.send("join_room", "room", "random");
      each.untilNow();
    }
    alice.untilNow();
    JsonObject ack = alice.ask("message", "ack", "content", "there", "room", "random", "ref", "m");
    bob.expect("message");
    for (String type : List.of("edit", "delete", "react")) {
      carol.send(type, "message_id", Telling.id(ack), "content", "x", "emoji", "👍", "on", true);
      carol.expectError("message_not_found");
    }
    alice.send("leave_room", "room", "random");
    alice.expect("room_left");
    bob.expect("leave");
    alice.send("edit", "message_id", Telling.id(ack), "content", "x");
    alice.expectError("message_not_found");
    bob.expectNothing();
    assertTrue(alice.isOpen());
  }
}
