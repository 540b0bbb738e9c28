package chatroom.functional;

import static chatroom.functional.Telling.about;
import static chatroom.functional.Telling.acked;
import static chatroom.functional.Telling.newest;
import static chatroom.functional.Telling.whispered;
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

/** In a private chat, too, messages are changed, for its two and for nobody else. */
final class PrivateChangesIT {
  private static final String CAT = "https://example.org/cat.png";

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient alice;
  private TestClient bob;
  private TestClient eve;

  @BeforeEach
  void threeAreHere() {
    alice = CHAT.join("Alice");
    bob = CHAT.join("Bob");
    eve = CHAT.join("Eve");
    alice.untilNow();
    bob.untilNow();
  }

  private JsonObject toldToBoth(String type) {
    JsonObject alices = alice.expect(type);
    JsonObject bobs = bob.expect(type);
    assertEquals("@" + bob.id(), alices.getString("room"));
    assertEquals("@" + alice.id(), bobs.getString("room"));
    for (String same : List.of("id", "seq", "from_id", "content")) {
      assertEquals(alices.get(same), bobs.get(same));
    }
    return bobs;
  }

  @Test
  void bothAreToldOfEachChangeInTheirOwnView() {
    long id = whispered(alice, bob, "psst");
    alice.send("edit", "message_id", id, "content", "hush", "ref", "e");
    assertEquals("hush", content(toldToBoth("message_edited")).getString("content"));
    assertEquals("@" + bob.id(), alice.expect("ack").getString("room"));
    bob.send("react", "message_id", id, "emoji", "🤫", "on", true);
    assertEquals(1, content(toldToBoth("reaction")).getInt("count"));
    assertEquals("hush", newest(bob, "@" + alice.id()).getString("content"));
    assertEquals(1, newest(alice, "@" + bob.id()).getJsonArray("reactions").size());
    alice.send("delete", "message_id", id);
    assertEquals(id, about(toldToBoth("message_deleted")));
    JsonObject tombstone = newest(bob, "@" + alice.id());
    assertEquals("private_message", tombstone.getString("type"));
    assertEquals("", tombstone.getString("content"));
    eve.expectNothing();
  }

  @Test
  void toAThirdItIsNotThere() {
    long id = whispered(alice, bob, "psst");
    for (String type : List.of("edit", "delete", "react")) {
      eve.send(type, "message_id", id, "content", "x", "emoji", "👍", "on", true, "ref", "r");
      assertEquals("No such message", eve.expectError("message_not_found").getString("message"));
    }
    for (String room : List.of("general", "@" + alice.id(), "@" + bob.id())) {
      eve.send("image", "url", CAT, "room", room, "reply_to", id);
      eve.expectError("message_not_found");
    }
    alice.expectNothing();
    bob.expectNothing();
    assertEquals("psst", newest(bob, "@" + alice.id()).getString("content"));
  }

  @Test
  void anImageIsShownToOnePersonAndToWhoShowedIt() {
    alice.send("image", "url", CAT, "alt", "a cat", "room", "@" + bob.id(), "ref", "i");
    JsonObject shown = toldToBoth("image");
    assertEquals(CAT, content(shown).getString("url"));
    JsonObject ack = alice.expect("ack");
    assertEquals("@" + bob.id(), ack.getString("room"));
    assertEquals(shown.getJsonNumber("id"), ack.getJsonNumber("id"));
    assertEquals(shown, newest(bob, "@" + alice.id()));
    eve.expectNothing();
  }

  @Test
  void whoIsNotHereCannotBeShownAnything() {
    for (String room : List.of("@987654321", "@0", "@-1", "@", "@x", "@1:2")) {
      alice.send("image", "url", CAT, "room", room);
      alice.expectError("user_not_found");
    }
    eve.expectNothing();
  }

  @Test
  void anAnswerSaysWhatItAnswersToBoth() {
    long id = whispered(alice, bob, "psst");
    bob.send("private_message", "to_id", alice.id(), "content", "yes?", "reply_to", id);
    for (JsonObject each :
        List.of(alice.expect("private_message"), bob.expect("private_message_sent"))) {
      assertEquals(id, each.getJsonNumber("reply_to").longValueExact());
    }
  }

  @Test
  void whatWasSaidToOneWhoHasLeftCanStillBeTakenBack() {
    long id = whispered(alice, bob, "psst");
    bob.leave();
    alice.expect("leave");
    JsonObject ack = acked(alice, "delete", "message_id", id, "ref", "d");

    assertEquals(2, ack.getInt("seq"));
    assertFalse(newest(alice, "@" + bob.id()).toString().contains("psst"));
  }

  @Test
  void aNoteToOneselfIsChangedAndToldOnce() {
    alice.send("private_message", "to_id", alice.id(), "content", "note");
    alice.expect("private_message");
    long id = Telling.id(alice.expect("private_message_sent"));
    alice.send("edit", "message_id", id, "content", "better");
    assertEquals("better", content(alice.expect("message_edited")).getString("content"));
    alice.send("image", "url", CAT, "room", "@" + alice.id());
    alice.expect("image");
    alice.expectNothing();
  }
}
