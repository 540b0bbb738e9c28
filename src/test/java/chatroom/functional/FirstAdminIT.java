package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first administrator is made by a token that only the server's own user can read, once. */
final class FirstAdminIT {
  @Test
  void theTokenIsGoodOnceAndOutlivesTheServerUntilThen() throws IOException {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"))) {
      Path file = Officials.tokenFile(server);
      String token = Officials.token(server);
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertTrue(server.log().stream().anyMatch(line -> line.contains(file.toString())));
      Officials.register(server, "Ada");
      Officials.register(server, "Eve");
      server.restart();
      assertEquals(token, Officials.token(server));

      TestClient guest = TestClient.join(server);
      TestClient ada = Officials.signIn(server, "Ada");
      TestClient eve = Officials.signIn(server, "Eve");
      List.of(guest, ada, eve).forEach(TestClient::untilNow);
      guest.send("claim_admin", "token", token, "ref", "c");
      guest.expectError("not_allowed");
      ada.send("claim_admin", "token", token + "x", "ref", "c");
      ada.expectError("not_allowed");
      eve.expectNothing();
      ada.send("claim_admin", "token", token, "ref", "c");
      assertTrue(content(ada.expect("role_changed")).getBoolean("is_admin"));
      assertEquals("claim_admin", content(ada.expect("moderated")).getString("act"));
      assertEquals("admin", content(eve.expect("role_changed")).getString("role"));
      assertFalse(Files.exists(file));
      eve.send("claim_admin", "token", token, "ref", "c");
      eve.expectError("not_allowed");

      server.restart();
      assertFalse(Files.exists(file));
      eve = Officials.signIn(server, "Eve");
      eve.send("claim_admin", "token", token, "ref", "c");
      eve.expectError("not_allowed");
      ada = Officials.signIn(server, "Ada");
      ada.send("set_role", "username", "Eve", "role", "moderator", "ref", "s");
      ada.await("moderated");
      assertTrue(server.log().stream().noneMatch(line -> line.contains(token)));
    }
  }

  @Test
  void withoutAnythingKeptThereIsOneForEachStart() {
    try (var server = ChatServer.start(Map.of("log", "memory"))) {
      Officials.appoint(server);
      assertFalse(Files.exists(Officials.tokenFile(server)));
      server.restart();
      assertTrue(Files.exists(Officials.tokenFile(server)));
    }
  }

  @Test
  void whereNobodyMayMakeAnAccountWhoShowsTheTokenDoes() {
    try (var server = ChatServer.start(Map.of("registration", "closed", "log", "memory"));
        var ada = TestClient.join(server)) {
      ada.send("register", "username", "Ada", "password", Officials.PASSWORD, "ref", "r");
      ada.expectError("registration_closed");
      String token = Officials.token(server);
      ada.send("register", "username", "Ada", "password", Officials.PASSWORD, "invitation", token);
      ada.await("auth_success");
      ada.send("claim_admin", "token", token);
      ada.await("moderated");
    }
  }
}
