package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.ChatServer;
import chatroom.testing.Eventually;
import chatroom.testing.TestClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The application can come and go in one JVM as often as one likes. */
final class RedeployIT {
  private static final int CYCLES = 20;

  @Test
  void twentyDeploymentsLeaveNothingBehind() {
    try (var server = ChatServer.startAlone(Map.of("rate-limit", "0"))) {
      talk(server, "Alice0");
      for (int i = 1; i < CYCLES; i++) {
        server.restart();
        talk(server, "Alice" + i);
      }
      server.undeploy();
      useWhatTheContainerPools(server);
      Eventually.until("no thread of ours is left", () -> server.threads().isEmpty());
      Eventually.until(
          "all are forgotten but " + server.alive(), () -> server.alive() <= server.mayBeKept());
    }
  }

  /** A pooled request holds the application that it was last used for; it shall be another one. */
  private static void useWhatTheContainerPools(ChatServer server) {
    try (var another = server.beside()) {
      List<TestClient> crowd = Stream.generate(() -> TestClient.join(another)).limit(100).toList();
      crowd.forEach(TestClient::abort);
    }
  }

  private static void talk(ChatServer server, String name) {
    TestClient alice = TestClient.join(server);
    TestClient bob = TestClient.join(server);
    alice.expect("join");
    // What looks at passwords keeps much memory, and would keep the application.
    alice.send("register", "username", name, "password", "seven green owls", "ref", "a");
    alice.await("auth_success");
    assertEquals(name, content(bob.expect("user_renamed")).getString("new_name"));
    alice.sendText("not JSON");
    alice.expectError("invalid_format");
    alice.send("message", "content", "hello", "ref", "r");
    alice.expect("ack");
    assertEquals("hello", bob.expect("message").getString("content"));
    try (var echo = TestClient.to(server.echo()).connect()) {
      echo.sendText("hello");
      assertEquals("Echo: hello", echo.takeText());
    }
    bob.leave();
    alice.expect("leave");
    // Alice is still there when the server goes.
  }
}
