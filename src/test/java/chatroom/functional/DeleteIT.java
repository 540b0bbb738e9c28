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

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of a deleted message nothing is left but its place, for nobody and wherever one looks. */
final class DeleteIT {
  private static final String SECRET = "xyzzy";

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
  void aDeletionIsToldToAllItsAuthorIncludedAndThenAcknowledged() {
    long id = said(alice, "hello", bob);
    alice.send("delete", "message_id", id, "ref", "d");
    JsonObject deleted = bob.expect("message_deleted");
    assertEquals(deleted, alice.expect("message_deleted"));
    JsonObject ack = alice.expect("ack");

    assertEquals(id, about(deleted));
    assertEquals(deleted.getJsonNumber("timestamp"), content(deleted).getJsonNumber("deleted_at"));
    assertEquals(deleted.getJsonNumber("id"), ack.getJsonNumber("id"));
    assertEquals(deleted.getJsonNumber("seq"), ack.getJsonNumber("seq"));
  }

  @Test
  void nobodyReadsItAgainNeitherAsItIsNorAsItHappened() {
    long id = said(alice, SECRET + " one", bob);
    alice.send("edit", "message_id", id, "content", SECRET + " two");
    bob.expect("message_edited");
    bob.send("react", "message_id", id, "emoji", "👍", "on", true);
    bob.expect("reaction");
    alice.send("delete", "message_id", id);
    JsonObject deleted = bob.expect("message_deleted");

    for (TestClient reader : List.of(alice, bob)) {
      reader.untilNow();
      JsonObject tombstone = newest(reader, "general");
      assertEquals("message", tombstone.getString("type"));
      assertEquals("", tombstone.getString("content"));
      assertEquals(content(deleted).get("deleted_at"), tombstone.get("deleted_at"));
      assertFalse(tombstone.containsKey("edited_at"));
      assertFalse(tombstone.containsKey("reactions"));
      var events = eventsFrom(reader, "general", tombstone.getInt("seq"));
      assertEquals(
          List.of("message", "message_edited", "reaction", "message_deleted"), types(events));
      assertFalse(events.toString().contains(SECRET), events::toString);
      assertEquals(tombstone, events.get(0));
    }
  }

  @Test
  void anImageLeavesNoLinkBehind() {
    JsonObject ack =
        acked(alice, "image", "url", "https://example.org/" + SECRET, "alt", SECRET, "ref", "i");
    bob.expect("image");
    alice.send("delete", "message_id", Telling.id(ack));
    bob.expect("message_deleted");

    assertFalse(newest(bob, "general").toString().contains(SECRET));
    assertEquals("message", newest(bob, "general").getString("type"));
  }

  @Test
  void whatIsDeletedIsNotEditedDeletedOrReactedTo() {
    long id = said(alice, "hello", bob);
    alice.send("delete", "message_id", id);
    bob.expect("message_deleted");
    alice.untilNow();
    alice.send("edit", "message_id", id, "content", "back");
    alice.expectError("message_not_found");
    alice.send("delete", "message_id", id);
    alice.expectError("message_not_found");
    bob.send("react", "message_id", id, "emoji", "👍", "on", true);
    bob.expectError("message_not_found");
    alice.expectNothing();
    bob.expectNothing();
  }

  @Test
  void theSameRefAgainIsTheSameAckAndNothingIsToldTwice() {
    long id = said(alice, "hello", bob);
    JsonObject first = acked(alice, "delete", "message_id", id, "ref", "d");
    JsonObject again = alice.ask("delete", "ack", "message_id", id, "ref", "d");

    assertEquals(first.getJsonNumber("id"), again.getJsonNumber("id"));
    assertEquals(first.getJsonNumber("seq"), again.getJsonNumber("seq"));
    bob.expect("message_deleted");
    bob.expectNothing();
  }

  @Test
  void anotherOnesMessageIsNotDeleted() {
    long id = said(alice, "hello", bob);
    bob.send("delete", "message_id", id);
    bob.expectError("not_allowed");
    alice.expectNothing();
    assertEquals("hello", newest(alice, "general").getString("content"));
  }

  @Test
  void whatWasAnsweredMayGoAndTheAnswerStays() {
    long id = said(alice, "hello", bob);
    alice.send("delete", "message_id", id);
    bob.expect("message_deleted");
    bob.send("message", "content", "why?", "reply_to", id);

    alice.await("message");
    assertEquals(id, newest(alice, "general").getJsonNumber("reply_to").longValueExact());
  }
}
