package chatroom.functional;

import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chatroom.testing.ChatServer;
import chatroom.testing.TestClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application twice in one JVM is two applications. */
final class TwoContextsIT {
  @Test
  void neitherHearsOfTheOther() {
    try (var red = ChatServer.start(Map.of("rate-limit", "0", "max-message-bytes", "300"));
        var blue = ChatServer.start(Map.of("rate-limit", "0"));
        var alice = TestClient.join(red);
        var bob = TestClient.join(blue)) {
      assertNotEquals(red.url(), blue.url());
      assertEquals(red.url().getPort(), blue.url().getPort(), "in one container");
      alice.rename("Same");
      bob.rename("Same");
      alice.say("in red");
      alice.expectNothing();
      bob.expectNothing();
      assertEquals(1, bob.ask("get_users", "users").getInt("users_online"));
      assertEquals(List.of(), list(bob.ask("get_history", "history")));
      alice.say("x".repeat(400));
      alice.expectError("message_too_large");
      bob.say("x".repeat(400));
      bob.expectNothing();
    }
  }

  @Test
  void theEndOfOneIsNotTheEndOfTheOther() {
    try (var red = ChatServer.start();
        var blue = ChatServer.start();
        var alice = TestClient.join(red);
        var bob = TestClient.join(blue)) {
      red.undeploy();
      alice.expect("going_away");
      bob.expectNothing();
      try (var carol = TestClient.join(blue)) {
        bob.expect("join");
        carol.say("hello");
        assertEquals("hello", bob.expect("message").getString("content"));
      }
    }
  }
}
