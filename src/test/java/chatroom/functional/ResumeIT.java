package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alice loses her line and is back in time; Bob, who stays, talks on. */
final class ResumeIT extends AliceAndBob {
  private static final int REPLACED = 4000;

  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("resume-window-seconds", "60");

  ResumeIT() {
    super(CHAT);
  }

  private static JsonObject rooms(long seq) {
    return Json.createObjectBuilder().add("general", seq).build();
  }

  private TestClient resume(long seq) {
    return resume(rooms(seq));
  }

  private static void assertTold(TestClient client, String... contents) {
    for (String content : contents) {
      assertEquals(content, client.expect("message").getString("content"));
    }
  }

  @Test
  void whoComesBackInTimeMissesNothingAndIsMissedByNobody() {
    alice.say("one");
    assertTold(bob, "one");
    bob.say("two");
    alice.abort();
    bob.say("three");
    TestClient back = resume(seen + 1);
    assertEquals(alice.id(), back.id());
    assertEquals("Alice", back.name());
    assertEquals(alice.token(), back.token());
    assertEquals(2, back.expect("users").getInt("users_online"));
    bob.say("four");
    assertTold(back, "two", "three", "four");
    back.expectNothing();
    bob.expectNothing();
  }

  @Test
  void manyCutsAndNothingIsLostOrTwice() {
    long last = seen;
    TestClient line = alice;
    for (int round = 0; round < 20; round++) {
      IntStream.range(0, 20).forEach(i -> bob.say("m" + i));
      if (round % 3 != 0) {
        last = line.await("message").getJsonNumber("seq").longValueExact();
      }
      line.abort();
      bob.say("between");
      line = CHAT.silent();
      line.send("hello", "resume_token", alice.token(), "rooms", rooms(last));
      bob.say("while it comes back");
      assertTrue(content(line.await("welcome")).getBoolean("resumed"));
      long expected = last + 1;
      while (last < seen + 22L * (round + 1)) {
        last = line.await("message").getJsonNumber("seq").longValueExact();
        assertEquals(expected++, last);
      }
    }
    line.expectNothing();
    bob.expectNothing();
  }

  @Test
  void nineHundredLargeMessagesAreToldInOrderAndTheNextOnesAfterThem() {
    alice.abort();
    String large = "x".repeat(10_000);
    IntStream.range(0, 900).forEach(i -> bob.say(i + large));
    bob.send("ping");
    bob.expect("pong");
    TestClient back = resume(seen);
    bob.say("live");
    back.expect("users");
    IntStream.range(0, 900).forEach(i -> assertTold(back, i + large));
    assertTold(back, "live");
    back.expectNothing();
  }

  @Test
  void whoLeavesForGoodLeavesAtOnceAndMayStillComeBack() {
    alice.leave();
    bob.expect("leave");
    assertEquals(alice.id(), resume(seen).id());
    bob.expect("join");
  }

  @Test
  void theOlderOfTwoConnectionsIsReplaced() {
    TestClient second = resume(seen);
    assertEquals(REPLACED, alice.closeCode());
    second.expect("users");
    bob.say("one");
    assertTold(second, "one");
    second.expectNothing();
    bob.expectNothing();
  }

  @Test
  void aPrivateMessageThatCameMeanwhileIsThere() {
    alice.abort();
    bob.send("private_message", "to_id", alice.id(), "content", "psst", "ref", "p");
    bob.expect("private_message_sent");
    bob.expect("ack");
    TestClient back = resume(seen);
    back.expect("users");
    JsonObject whisper = back.expect("private_message");
    assertEquals("psst", whisper.getString("content"));
    assertEquals("@" + bob.id(), whisper.getString("room"));
    back.expectNothing();
  }

  @Test
  void whatIsSentAgainIsStoredOnce() {
    JsonObject ack = alice.ask("message", "ack", "content", "hello", "ref", "r");
    alice.abort();
    TestClient back = resume(seen + 1);
    back.expect("users");
    JsonObject again = back.ask("message", "ack", "content", "hello", "ref", "r");
    assertEquals(ack.getJsonNumber("id"), again.getJsonNumber("id"));
    bob.expect("message");
    bob.expectNothing();
  }

  @Test
  void anotherTokenIsAnotherUser() {
    TestClient stranger = CHAT.silent().hello("resume_token", "A".repeat(43), "rooms", rooms(0));
    assertNotEquals(alice.id(), stranger.id());
    assertNotEquals("A".repeat(43), stranger.token());
    bob.expect("join");
  }

  @Test
  void afterARestartEverybodyIsWhoTheyWereAndMissesNothing() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"))) {
      TestClient first = TestClient.silent(server).hello("name", "Carol");
      first.expect("users");
      first.expect("history");
      JsonObject ack = first.ask("message", "ack", "content", "before", "ref", "r");
      server.restart();
      try (TestClient back = TestClient.silent(server)) {
        back.hello("resume_token", first.token(), "rooms", rooms(0));
        assertEquals(first.id(), back.id());
        assertEquals("Carol", back.name());
        back.expect("users");
        assertTold(back, "before");
        JsonObject again = back.ask("message", "ack", "content", "before", "ref", "r");
        assertEquals(ack.getJsonNumber("id"), again.getJsonNumber("id"));
        JsonObject next = back.ask("message", "ack", "content", "after", "ref", "r2");
        assertEquals(2, next.getJsonNumber("seq").longValueExact());
        assertFalse(next.containsKey("reset"));
        try (TestClient dave = TestClient.silent(server).hello()) {
          assertTrue(dave.id() > back.id());
          List<JsonObject> heard = dave.untilNow();
          assertEquals(2, TestClient.list(heard.get(1)).size());
        }
      } finally {
        first.abort();
      }
    }
  }
}
