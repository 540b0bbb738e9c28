package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.Eventually;
import chatroom.testing.Handshake;
import chatroom.testing.RawSocket;
import chatroom.testing.Refused;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** There is so much of everything, and whoever wants more is told so. */
final class BoundsIT {
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int BURST = 40;

  @Test
  void whoComesWhenItIsFullIsToldSoAndClosedWith1013() {
    try (var server = ChatServer.start(Map.of("max-clients", "2"));
        var alice = TestClient.join(server);
        var bob = TestClient.join(server)) {
      alice.expect("join");
      assertFull(server);
      alice.expectNothing();
      bob.expectNothing();
      assertEquals(2, alice.ask("get_users", "users").getInt("users_online"));
      bob.leave();
      alice.expect("leave");
      assertGetsIn(server);
      alice.expect("join");
    }
  }

  private static void assertFull(ChatServer server) {
    try (var late = TestClient.connect(server)) {
      assertEquals("Server is full", late.expectError("server_full").getString("message"));
      assertEquals(TRY_AGAIN_LATER, late.closeCode());
    }
  }

  private static void assertGetsIn(ChatServer server) {
    Eventually.until("there is a place", () -> getsIn(server));
  }

  private static boolean getsIn(ChatServer server) {
    try (var next = TestClient.connect(server)) {
      return next.take().getString("type").equals("welcome");
    } catch (Refused tooMany) {
      return false;
    }
  }

  /** In memory, for a disk that is slow for a moment has nothing to do with it. */
  @Test
  void aThousandClientsAreServedAndTheNextIsTurnedAway() {
    List<RawSocket> crowd = new ArrayList<>();
    try (var server =
        ChatServer.start(
            Map.of("max-clients", "1000", "ping-interval-seconds", "300", "log", "memory"))) {
      // Who is told of a thousand leaving while it closes itself may read a frame cut short.
      try (var first = TestClient.join(server)) {
        for (int i = 1; i < 1000; i++) {
          crowd.add(RawSocket.open(server.ws()).upgraded());
          // At once these would be half a million frames, of which others come before that of one.
          first.expect("join");
        }
        assertEquals(1000, first.ask("get_users", "users").getInt("users_online"));
        assertFull(server);
        first.say("to a thousand");
        crowd.forEach(BoundsIT::assertHears);
        crowd.remove(0).close();
        first.expect("leave");
        assertGetsIn(server);
      } finally {
        crowd.forEach(RawSocket::reset);
      }
    }
  }

  private static void assertHears(RawSocket member) {
    while (!member.takeText().contains("\"to a thousand\"")) {
      // Who came after it.
    }
  }

  @Test
  void oneAddressHasSoManyPlacesAndIsAnswered429Beyond() {
    try (var server = ChatServer.start(Map.of("max-clients-per-address", "2"));
        var alice = TestClient.join(server);
        var bob = TestClient.join(server)) {
      alice.expect("join");
      assertEquals(429, TestClient.to(server.ws()).status());
      alice.expectNothing();
      bob.leave();
      alice.expect("leave");
      assertGetsIn(server);
    }
  }

  @Test
  void behindATrustedProxyTheForwardedAddressIsTheOneThatCounts() {
    try (var server =
            ChatServer.start(
                Map.of("max-clients-per-address", "1", "trusted-proxies", "127.0.0.0/8"));
        var alice = from(server, "203.0.113.1").connect();
        var bob = from(server, "203.0.113.2").connect()) {
      alice.greeted();
      bob.greeted();
      assertEquals(429, from(server, "203.0.113.1").status());
      assertEquals(429, from(server, "198.51.100.9, 203.0.113.1").status());
    }
  }

  @Test
  void whatAnybodyElseForwardsCountsForNothing() {
    try (var server = ChatServer.start(Map.of("max-clients-per-address", "1"));
        var alice = from(server, "203.0.113.1").connect()) {
      alice.greeted();
      assertEquals(429, from(server, "203.0.113.2").status());
    }
  }

  private static Handshake from(ChatServer server, String forwarded) {
    return TestClient.to(server.ws()).header("X-Forwarded-For", forwarded);
  }

  @Test
  void theBoundOfAMessageIsConfigured() {
    try (var server = ChatServer.start(Map.of("max-message-bytes", "300"));
        var alice = TestClient.join(server)) {
      String rest = "{\"type\":\"message\",\"ref\":\"r\",\"content\":\"\"}";
      alice.send("message", "ref", "r", "content", "x".repeat(300 - rest.length()));
      alice.expect("ack");
      alice.send("message", "ref", "s", "content", "x".repeat(301 - rest.length()));
      alice.expectError("message_too_large");
    }
  }

  @Test
  void aFloodIsRefusedAndNobodyElseIsDisturbed() {
    try (var server = ChatServer.start();
        var mallory = TestClient.join(server);
        var witness = TestClient.join(server)) {
      mallory.expect("join");
      for (int i = 0; i < 300; i++) {
        mallory.send("message", "content", "flood", "ref", "f" + i);
      }
      List<JsonObject> answers = mallory.untilNow();
      long taken = answers.stream().filter(a -> a.getString("type").equals("ack")).count();
      List<JsonObject> errors =
          answers.stream().filter(a -> a.getString("type").equals("error")).toList();
      assertEquals(300, taken + errors.size(), "each has its answer");
      assertTrue(taken >= BURST && taken < 200, taken + " were taken");
      errors.forEach(BoundsIT::assertTooMany);
      assertEquals(taken, witness.untilNow().size(), "what was taken and nothing else");
      witness.send("message", "content", "calm", "ref", "c");
      witness.expect("ack");
      assertEquals("calm", mallory.expect("message").getString("content"));
      assertComesBack(mallory, witness);
    }
  }

  private static void assertTooMany(JsonObject error) {
    JsonObject content = content(error);
    assertEquals("rate_limited", content.getString("code"));
    assertEquals("Too many messages", content.getString("message"));
    assertTrue(content.getInt("retry_after_ms") > 0, content.toString());
    assertTrue(content.getInt("retry_after_ms") <= 1000, content.toString());
    assertTrue(content.getString("ref").startsWith("f"), error.toString());
  }

  private static void assertComesBack(TestClient mallory, TestClient witness) {
    Eventually.until(
        "the bucket has filled a little",
        () -> {
          mallory.send("message", "content", "again", "ref", "again");
          return mallory.take().getString("type").equals("ack");
        });
    assertEquals("again", witness.expect("message").getString("content"));
  }

  @Test
  void namesAndPrivateMessagesCountLikeMessages() {
    try (var server = ChatServer.start(Map.of("rate-limit", "1"));
        var alice = TestClient.join(server);
        var bob = TestClient.join(server)) {
      alice.expect("join");
      // In one go: each second that passes meanwhile would allow one more.
      alice.say("one");
      alice.send("private_message", "to_id", bob.id(), "content", "two");
      alice.send("set_name", "name", "Three");
      alice.say("four");
      alice.send("set_name", "name", "Five");
      alice.expect("private_message_sent");
      alice.expect("name_changed");
      assertTrue(alice.expectError("rate_limited").getInt("retry_after_ms") > 0);
      alice.ask("ping", "pong");
    }
  }

  @Test
  void questionsHaveABucketOfTheirOwn() {
    try (var server = ChatServer.start();
        var mallory = TestClient.join(server);
        var witness = TestClient.join(server)) {
      mallory.expect("join");
      int asked = 1000;
      for (int i = 0; i < asked; i++) {
        mallory.send("get_stats");
      }
      int answered = 0;
      int refused = 0;
      for (int i = 0; i < asked; i++) {
        JsonObject answer = mallory.take();
        if (answer.getString("type").equals("stats")) {
          answered++;
        } else {
          assertEquals("rate_limited", content(answer).getString("code"));
          assertTrue(content(answer).getInt("retry_after_ms") > 0);
          refused++;
        }
      }
      assertTrue(answered >= 100, answered + " answered");
      assertTrue(refused > 0, "a thousand at once are too many");
      mallory.send("message", "content", "not a question", "ref", "m");
      mallory.expect("ack");
      witness.expect("message");
      witness.expectNothing();
    }
  }

  @Test
  void whatIsNoMessageAtAllCountsAsAQuestion() {
    try (var server = ChatServer.start();
        var mallory = TestClient.join(server)) {
      for (int i = 0; i < 1000; i++) {
        mallory.sendText("not JSON");
      }
      List<String> codes = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        codes.add(content(mallory.expect("error")).getString("code"));
      }
      assertTrue(codes.contains("invalid_format") && codes.contains("rate_limited"));
    }
  }

  @Test
  void withoutARateThereIsNone() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"));
        var alice = TestClient.join(server)) {
      for (int i = 0; i < 300; i++) {
        alice.send("message", "content", "x", "ref", "r" + i);
        alice.send("ping");
      }
      assertFalse(alice.untilNow().stream().anyMatch(f -> f.getString("type").equals("error")));
    }
  }
}
