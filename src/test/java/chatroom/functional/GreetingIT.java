package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who comes is told where they are; who is there is told who came and went. */
final class GreetingIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  @Test
  void theGreetingIsWelcomeUsersHistoryAndNothingElse() {
    TestClient alice = CHAT.connect();
    alice.expect("welcome");
    alice.expect("users");
    alice.expect("history");
    alice.expectNothing();
  }

  @Test
  void theWelcomeSaysWhoOneIsAndHowTheServerIs() {
    long before = Instant.now().getEpochSecond();
    JsonObject frame = CHAT.connect().expect("welcome");
    JsonObject welcome = content(frame);
    assertEquals("User" + welcome.getJsonNumber("user_id"), welcome.getString("user_name"));
    assertFalse(welcome.getString("message").isEmpty());
    JsonObject stats = welcome.getJsonObject("server_stats");
    assertEquals(1, stats.getInt("users_online"));
    assertTrue(stats.getInt("uptime_seconds") >= 0);
    assertTrue(
        stats.getString("server_time").matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"),
        stats.toString());
    long timestamp = frame.getJsonNumber("timestamp").longValueExact();
    assertTrue(before <= timestamp && timestamp <= Instant.now().getEpochSecond(), "whole seconds");
    assertFalse(welcome.containsKey("resume_token"), "a plain client has nothing to resume with");
  }

  @Test
  void userIdsRiseAndAreNeverGivenTwice() {
    TestClient first = CHAT.join();
    TestClient second = CHAT.join();
    assertTrue(second.id() > first.id());
    second.leave();
    assertTrue(CHAT.join().id() > second.id());
  }

  @Test
  void theUsersAreEverybodyOneselfIncluded() {
    TestClient alice = CHAT.join("Alice");
    TestClient bob = CHAT.connect();
    long bobId = content(bob.expect("welcome")).getJsonNumber("user_id").longValueExact();
    JsonObject users = bob.expect("users");
    assertEquals("general", users.getString("room"));
    assertEquals(2, users.getInt("users_online"));
    List<JsonObject> members = list(users);
    assertEquals(List.of("Alice", "User" + bobId), names(members));
    for (JsonObject member : members) {
      assertFalse(member.getBoolean("is_admin"));
      long connected = member.getJsonNumber("connected_at").longValueExact();
      assertTrue(Math.abs(Instant.now().getEpochSecond() - connected) < 60, member.toString());
    }
    assertEquals(alice.id(), members.get(0).getJsonNumber("id").longValueExact());
  }

  private static List<String> names(List<JsonObject> members) {
    return members.stream().map(m -> m.getString("name")).toList();
  }

  @Test
  void theHistoryIsTheNewestHundredOldestFirst() {
    TestClient alice = CHAT.join("Alice");
    TestClient reader = CHAT.join();
    for (int i = 0; i < 105; i++) {
      alice.say("number " + i);
      reader.await("message");
    }
    TestClient bob = CHAT.connect();
    bob.expect("welcome");
    bob.expect("users");
    JsonObject history = bob.expect("history");
    assertEquals("general", history.getString("room"));
    assertTrue(history.getBoolean("has_more"));
    List<JsonObject> messages = list(history);
    assertEquals(
        IntStream.range(5, 105).mapToObj(i -> "number " + i).toList(),
        messages.stream().map(m -> m.getString("content")).toList());
    JsonObject last = messages.get(99);
    assertEquals("message", last.getString("type"));
    assertEquals("Alice", last.getString("from_name"));
    assertEquals(alice.id(), last.getJsonNumber("from_id").longValueExact());
    assertEquals(history.getJsonNumber("last_seq"), last.getJsonNumber("seq"));
  }

  @Test
  void theOthersAreToldWhoCameAndWhoLeft() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.connect().greeted();
    JsonObject join = alice.expect("join");
    assertEquals(bob.id(), join.getJsonNumber("from_id").longValueExact());
    assertEquals(bob.name(), join.getString("from_name"));
    assertTold(bob, 2, content(join));
    bob.leave();
    JsonObject leave = alice.expect("leave");
    assertEquals(0, leave.getInt("from_id"));
    assertEquals("System", leave.getString("from_name"));
    assertTold(bob, 1, content(leave));
    alice.expectNothing();
  }

  private static void assertTold(TestClient who, int online, JsonObject content) {
    assertEquals(who.id(), content.getJsonNumber("user_id").longValueExact());
    assertEquals(who.name(), content.getString("user_name"));
    assertEquals(online, content.getInt("users_online"));
  }

  @Test
  void whoComesIsNotToldOfIt() {
    CHAT.join();
    CHAT.join().expectNothing();
  }

  @Test
  void whatIsSaidDuringTheGreetingComesAfterItsHistoryOnceAndWithoutAHole() {
    TestClient alice = CHAT.join();
    for (int round = 0; round < 20; round++) {
      TestClient bob = CHAT.connect();
      for (int i = 0; i < 10; i++) {
        alice.say("in between");
      }
      bob.expect("welcome");
      bob.expect("users");
      JsonObject history = bob.expect("history");
      alice.send("message", "content", "last", "ref", "round " + round);
      long last = alice.await("ack").getJsonNumber("seq").longValueExact();
      long seq = history.getJsonNumber("last_seq").longValueExact();
      while (seq < last) {
        assertEquals(++seq, bob.await("message").getJsonNumber("seq").longValueExact());
      }
      bob.expectNothing();
    }
  }

  @Test
  void aClientWithNothingButTheHandshakeIsGreetedToo() {
    try (RawSocket socket = CHAT.socket()) {
      socket.upgraded().greeted();
    }
  }

  @Test
  void whoSpeaksBeforeBeingGreetedIsAnsweredAfterIt() {
    for (int i = 0; i < 20; i++) {
      RawSocket eager = CHAT.socket().upgraded();
      eager.send("{\"type\":\"ping\"}");
      eager.greeted();
      assertEquals("pong", eager.take().getString("type"));
    }
  }
}
