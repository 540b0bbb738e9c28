package chatroom.functional;

import static chatroom.functional.Telling.acked;
import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice loses her line; what is done to messages meanwhile is told her as it happened. */
final class ChangesResumeIT extends AliceAndBob {
  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("resume-window-seconds", "60");

  ChangesResumeIT() {
    super(CHAT);
  }

  private TestClient resume(String room, long seq) {
    TestClient back =
        resume(Json.createObjectBuilder().add("general", seen).add(room, seq).build());
    back.expect("users");
    return back;
  }

  private long say(String text) {
    return Telling.id(acked(bob, "message", "content", text, "ref", "said " + text));
  }

  @Test
  void everyChangeIsToldInItsOrderThenTheLiveOnes() {
    long id = say("one");
    alice.expect("message");
    alice.abort();
    bob.send("edit", "message_id", id, "content", "two");
    bob.send("react", "message_id", id, "emoji", "👍", "on", true);
    say("three");
    bob.send("react", "message_id", id, "emoji", "👍", "on", false);
    TestClient back = resume("general", seen + 1);
    assertEquals("two", content(back.expect("message_edited")).getString("content"));
    JsonObject on = back.expect("reaction");
    assertEquals(1, content(on).getInt("count"));
    assertEquals("three", back.expect("message").getString("content"));
    assertEquals(0, content(back.expect("reaction")).getInt("count"));
    bob.send("delete", "message_id", id);
    JsonObject deleted = back.expect("message_deleted");
    assertEquals(seen + 6, deleted.getJsonNumber("seq").longValueExact());
    assertEquals(seen + 3, on.getJsonNumber("seq").longValueExact());
    back.expectNothing();
  }

  @Test
  void whatWasDeletedMeanwhileIsToldAsATombstoneAndNoSeqIsMissing() {
    alice.abort();
    long id = say("secret");
    bob.send("edit", "message_id", id, "content", "more secret");
    bob.send("delete", "message_id", id);
    bob.untilNow();
    TestClient back = resume("general", seen);
    JsonObject tombstone = back.expect("message");
    assertEquals("", tombstone.getString("content"));
    assertEquals(true, tombstone.containsKey("deleted_at"));
    assertEquals("", content(back.expect("message_edited")).getString("content"));
    assertEquals(seen + 3, back.expect("message_deleted").getJsonNumber("seq").longValueExact());
    back.expectNothing();
  }

  @Test
  void changesInAPrivateChatAreToldInOnesOwnView() {
    bob.send("private_message", "to_id", alice.id(), "content", "psst");
    long id = Telling.id(bob.expect("private_message_sent"));
    alice.expect("private_message");
    alice.abort();
    bob.send("edit", "message_id", id, "content", "hush");
    bob.send("image", "url", "https://example.org/x", "room", "@" + alice.id());
    bob.send("delete", "message_id", id);
    bob.untilNow();
    TestClient back = resume("@" + bob.id(), 1);
    for (String type : List.of("message_edited", "image", "message_deleted")) {
      JsonObject told = back.expect(type);
      assertEquals("@" + bob.id(), told.getString("room"));
      assertFalse(told.toString().contains("psst"));
    }
    back.expectNothing();
  }

  @Test
  void onesOwnChangesFromALostLineAreToldOnTheNextOne() {
    JsonObject said = acked(alice, "message", "content", "mine", "ref", "m");
    bob.expect("message");
    alice.send("edit", "message_id", Telling.id(said), "content", "mine, edited");
    bob.expect("message_edited");
    alice.abort();
    TestClient back = resume("general", seen + 1);
    assertEquals("mine, edited", content(back.expect("message_edited")).getString("content"));
    back.expectNothing();
  }
}
