package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.Eventually;
import chatroom.testing.RawSocket;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** When the server goes, everybody is told so and when to come back. */
final class ShutdownIT {
  private static final int GOING_AWAY = 1001;

  private static List<TestClient> crowd(ChatServer server) {
    return Stream.generate(() -> TestClient.join(server)).limit(10).toList();
  }

  private static void assertToldGoodbye(List<TestClient> crowd) {
    Set<Integer> returns = new HashSet<>();
    for (TestClient client : crowd) {
      JsonObject goodbye = client.await("going_away");
      int retryAfter = content(goodbye).getInt("retry_after_ms");
      assertTrue(retryAfter >= 0, goodbye.toString());
      returns.add(retryAfter);
      assertEquals(GOING_AWAY, client.closeCode());
      assertEquals(0, client.waiting(), "nothing comes after the goodbye");
    }
    assertEquals(crowd.size(), returns.size(), "they do not all come back at once: " + returns);
  }

  @Test
  void undeployingTellsEveryClientAndClosesWith1001() {
    try (var server = ChatServer.start()) {
      List<TestClient> crowd = crowd(server);
      server.undeploy();
      assertToldGoodbye(crowd);
      Eventually.until("no thread of ours is left", () -> server.threads().isEmpty());
    }
  }

  @Test
  void stoppingTheContainerTellsEveryClientAndClosesWith1001() {
    try (var server = ChatServer.startAlone(Map.of())) {
      List<TestClient> crowd = crowd(server);
      server.stop();
      assertToldGoodbye(crowd);
    }
  }

  @Test
  void nobodyIsToldThatTheOthersLeave() {
    try (var server = ChatServer.start();
        var alice = TestClient.join(server);
        var bob = TestClient.join(server)) {
      alice.expect("join");
      server.undeploy();
      alice.expect("going_away");
      bob.expect("going_away");
      assertEquals(GOING_AWAY, alice.closeCode());
      assertEquals(0, alice.waiting());
    }
  }

  @Test
  void aReaderThatNeverReadsDoesNotHoldUpTheEnd() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"));
        var alice = TestClient.join(server);
        var stuck = RawSocket.openNarrow(server.ws()).upgraded().greeted()) {
      alice.expect("join");
      String big = "x".repeat(10_000);
      for (int i = 0; i < 60; i++) {
        alice.ask("message", "ack", "content", big, "ref", "r" + i);
      }
      long start = System.nanoTime();
      server.undeploy();
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      assertTrue(seconds < 15, "took " + seconds + " s");
      assertEquals(GOING_AWAY, alice.closeCode());
      Eventually.until("no thread of ours is left", () -> server.threads().isEmpty());
      assertTrue(stuck.closeCode() != 1000, "and it is gone too");
    }
  }

  @Test
  void theAddressIsFreeAgainAndTheNextRunBeginsAnew() {
    try (var server = ChatServer.start()) {
      try (var alice = TestClient.join(server)) {
        alice.rename("Alice");
        server.restart();
        assertEquals(GOING_AWAY, alice.closeCode());
      }
      try (var next = TestClient.join(server)) {
        next.rename("Alice");
        assertEquals(1, next.ask("get_users", "users").getInt("users_online"));
      }
    }
  }
}
