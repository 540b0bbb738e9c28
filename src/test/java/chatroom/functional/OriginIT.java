package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another origin gets no socket, and gets told so before there is one. */
final class OriginIT {
  private static final int SWITCHED = 101;
  private static final int FORBIDDEN = 403;

  @RegisterExtension static final RunningChat CHAT = RunningChat.with();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "null",
        "file://",
        "garbage",
        "http://"
      })
  void aForeignOriginIsForbidden(String origin) {
    TestClient witness = CHAT.join();
    assertEquals(FORBIDDEN, TestClient.to(CHAT.server().ws()).origin(origin).status());
    assertEquals(FORBIDDEN, TestClient.to(CHAT.server().echo()).origin(origin).status());
    witness.expectNothing();
  }

  @Test
  void theOwnOriginIsWelcome() {
    CHAT.keep(TestClient.to(CHAT.server().ws()).origin(own(CHAT.server())).connect()).greeted();
    assertEquals(SWITCHED, TestClient.to(CHAT.server().echo()).origin(own(CHAT.server())).status());
  }

  private static String own(ChatServer server) {
    return "http://" + server.url().getAuthority();
  }

  @Test
  void whatIsNoBrowserHasNoOriginAndIsWelcome() {
    CHAT.join();
    assertEquals(SWITCHED, TestClient.to(CHAT.server().echo()).status());
  }

  @Test
  void allowedAreTheOriginsOfTheList() {
    String allowed = "https://chat.example.org, https://other.example:8443";
    try (var server = ChatServer.start(Map.of("allowed-origins", allowed))) {
      assertEquals(SWITCHED, status(server, "https://chat.example.org"));
      assertEquals(SWITCHED, status(server, "https://other.example:8443"));
      assertEquals(SWITCHED, status(server, own(server)));
      assertEquals(FORBIDDEN, status(server, "http://chat.example.org"));
      assertEquals(FORBIDDEN, status(server, "https://other.example"));
      assertEquals(FORBIDDEN, status(server, "https://sub.chat.example.org"));
      assertEquals(FORBIDDEN, status(server, "null"));
    }
  }

  @Test
  void aStarAllowsEveryOrigin() {
    try (var server = ChatServer.start(Map.of("allowed-origins", "*"))) {
      assertEquals(SWITCHED, status(server, "https://evil.example"));
      assertEquals(SWITCHED, status(server, own(server)));
    }
  }

  private static int status(ChatServer server, String origin) {
    int chat = TestClient.to(server.ws()).origin(origin).status();
    assertEquals(chat, TestClient.to(server.echo()).origin(origin).status(), "the same for both");
    return chat;
  }

  @Test
  void twoOriginsAreNotTheOwn() {
    var twice =
        CHAT.socket().handshake("Origin: " + own(CHAT.server()), "Origin: https://evil.example");
    assertTrue(twice.startsWith("HTTP/1.1 40"), twice);
  }
}
