package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.Handshake;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A proxy says who comes, if it is trusted. */
final class AuthHeaderIT {
  private static ChatServer server(String auth, String proxies) {
    return ChatServer.start(
        Map.of(
            "auth",
            auth,
            "allowed-origins",
            "https://portal.example",
            "trusted-proxies",
            proxies,
            "auth-header",
            "X-Remote-User",
            "auth-header-roles",
            "X-Remote-Groups"));
  }

  private static Handshake as(ChatServer server, String user) {
    return TestClient.to(server.ws()).header("X-Remote-User", user);
  }

  private static JsonObject self(TestClient client) {
    client.send("get_users");
    return TestClient.list(client.await("users")).stream()
        .filter(it -> it.getJsonNumber("id").longValue() == client.id())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whomATrustedProxyNamesIsThatUser() {
    try (ChatServer server = server("container", "127.0.0.0/8")) {
      try (TestClient carol = as(server, "carol@example.org").connect().greeted();
          TestClient root =
              as(server, "root").header("X-Remote-Groups", "x, chat-admin").connect().greeted()) {
        assertEquals("carol@example.org", carol.name());
        assertEquals(false, self(carol).getBoolean("is_admin"));
        assertTrue(self(root).getBoolean("is_admin"));
        try (TestClient again = as(server, "carol@example.org").connect().greeted();
            TestClient other = as(server, "Carol@example.org").connect().greeted()) {
          assertEquals(carol.id(), again.id());
          assertNotEquals(carol.id(), other.id());
        }
      }
      assertEquals(401, TestClient.to(server.ws()).status());
      assertEquals(401, as(server, " ").status());
      assertEquals(401, as(server, "carol").header("X-Remote-User", "root").status());
    }
  }

  @Test
  void fromAnybodyElseTheHeaderSaysNothing() {
    try (ChatServer server = server("open", "192.0.2.1")) {
      try (TestClient forger =
          as(server, "root")
              .header("X-Remote-Groups", "chat-admin")
              .header("X-Forwarded-For", "192.0.2.1")
              .connect()
              .greeted()) {
        assertEquals("User" + forger.id(), forger.name());
        assertEquals(false, self(forger).getBoolean("is_admin"));
      }
    }
    try (ChatServer server = server("container", "192.0.2.1")) {
      assertEquals(401, as(server, "root").status());
    }
  }

  @Test
  void throughAPageOfAnotherOriginABrowserBringsNobody() {
    String portal = "https://portal.example";
    try (ChatServer server = server("open", "127.0.0.0/8")) {
      String own = "http://" + server.url().getAuthority();
      try (TestClient root = as(server, "root").origin(own).connect().greeted();
          TestClient visitor =
              as(server, "root")
                  .header("X-Remote-Groups", "chat-admin")
                  .origin(portal)
                  .connect()
                  .greeted()) {
        assertEquals("root", root.name());
        assertEquals("User" + visitor.id(), visitor.name());
        assertEquals(false, self(visitor).getBoolean("is_admin"));
      }
    }
    try (ChatServer server = server("container", "127.0.0.0/8")) {
      assertEquals(403, as(server, "root").origin(portal).status());
      assertEquals(101, as(server, "root").status());
    }
  }
}
