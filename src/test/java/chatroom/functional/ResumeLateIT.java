package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice loses her line and is back after she was taken to have left; Bob, who stays, talks on. */
final class ResumeLateIT extends AliceAndBob {
  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("resume-window-seconds", "1");

  ResumeLateIT() {
    super(CHAT);
  }

  private TestClient resume() {
    return resume(Json.createObjectBuilder().add("general", seen).build());
  }

  @Test
  void whoComesBackLaterIsTheSameUser() {
    alice.abort();
    assertEquals("Alice", content(bob.expect("leave")).getString("user_name"));
    bob.say("one");
    TestClient back = resume();
    assertEquals(alice.id(), back.id());
    assertEquals("Alice", back.name());
    assertEquals("Alice", bob.expect("join").getString("from_name"));
    back.expect("users");
    assertEquals("one", back.expect("message").getString("content"));
  }

  @Test
  void whoMissedTooMuchIsGivenTheNewest() {
    alice.abort();
    bob.expect("leave");
    for (int i = 1; i < 1_001; i += 10) {
      IntStream.range(0, 9).forEach(any -> bob.say("many"));
      bob.ask("message", "ack", "content", "and more", "ref", "m" + i);
    }
    bob.ask("message", "ack", "content", "one more", "ref", "last");
    TestClient back = resume();
    back.expect("users");
    JsonObject history = back.expect("history");
    assertTrue(history.getBoolean("reset"));
    assertEquals(seen + 1_001, history.getJsonNumber("last_seq").longValueExact());
    assertEquals(100, TestClient.list(history).size());
    back.expectNothing();
  }
}
