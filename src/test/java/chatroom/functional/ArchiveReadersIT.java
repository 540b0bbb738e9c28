package chatroom.functional;

import static chatroom.testing.ContainerUsers.credentials;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who reads what was said, and who does not. */
final class ArchiveReadersIT {
  private static final String ADDRESS = "203.0.113.7";

  private static int status(ChatServer server, String token, String... headers) {
    return Uploader.of(server, token).get("archive/general/", headers).statusCode();
  }

  private static String rooms(ChatServer server, String token, String... headers) {
    HttpResponse<byte[]> answer = Uploader.of(server, token).get("archive/", headers);
    String page = new String(answer.body(), UTF_8);
    assertEquals(200, answer.statusCode(), page);
    return page;
  }

  @Test
  void whereOneHasToSignInOnlyWhoDidReads() {
    try (ChatServer server = ChatServer.start(Map.of("auth", "required", "rate-limit", "0"));
        TestClient ann = TestClient.silent(server)) {
      ann.send("hello");
      ann.expectError("not_allowed");
      ann.send("register", "username", "Ann", "password", Officials.PASSWORD, "ref", "r");
      ann.await("auth_success");
      ann.greeted();
      HttpResponse<byte[]> refused = Uploader.of(server, "").get("archive/general/");
      assertEquals(401, refused.statusCode());
      assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElse(""));
      String page = new String(refused.body(), UTF_8);
      assertTrue(page.contains("Only for people who are signed in"), page);
      assertEquals(200, status(server, ann.token()));
      assertEquals(401, status(server, "x"));
      assertEquals(401, status(server, "x".repeat(43)));
    }
  }

  @Test
  void whomTheContainerKnowsReadsWhatTheyMayWithoutAToken() {
    try (ChatServer server = ChatServer.start(Map.of("auth", "container", "rate-limit", "0"));
        TestClient alice =
            TestClient.to(server.ws()).header("Authorization", credentials("alice")).connect()) {
      alice.greeted();
      alice.send("create_room", "room", "hers", "private", true);
      alice.await("room_created");

      assertEquals(401, status(server, ""));
      assertTrue(rooms(server, "", "Authorization", credentials("alice")).contains("#hers<"));
      String bobs = rooms(server, "", "Authorization", credentials("bob"));
      assertFalse(bobs.contains("hers"), bobs);
      assertTrue(bobs.contains("#general<"), bobs);
    }
  }

  @Test
  void whoIsBannedReadsNothingAndNobodyFromThereWhoIsNotKnown() {
    try (ChatServer server =
        ChatServer.start(Map.of("rate-limit", "0", "trusted-proxies", "127.0.0.0/8"))) {
      Officials.appoint(server);
      try (TestClient bob = from(server, ADDRESS);
          TestClient mo = Officials.signIn(server, "Mo");
          TestClient ann = Officials.signIn(server, "Ann")) {
        bob.hello();
        assertEquals(200, status(server, "", "X-Forwarded-For", ADDRESS));
        assertEquals(200, status(server, bob.token(), "X-Forwarded-For", ADDRESS));
        mo.send("ban", "target_id", bob.id(), "ref", "b");
        mo.await("moderated");

        assertEquals(401, status(server, "", "X-Forwarded-For", ADDRESS));
        assertEquals(401, status(server, bob.token(), "X-Forwarded-For", ADDRESS));
        assertEquals(401, status(server, bob.token()));
        assertEquals(200, status(server, "", "X-Forwarded-For", "203.0.113.8"));
        assertEquals(200, status(server, ann.token(), "X-Forwarded-For", ADDRESS));
      }
    }
  }

  private static TestClient from(ChatServer server, String address) {
    return TestClient.to(server.ws())
        .header("X-Forwarded-For", address)
        .subprotocols("chat.v1")
        .connect();
  }

  @Test
  void inALockdownStrangersReadNothing() {
    try (ChatServer server = ChatServer.start(Map.of("rate-limit", "0"))) {
      Officials.appoint(server);
      try (TestClient ada = Officials.signIn(server, "Ada")) {
        ada.ask("lockdown", "lockdown", "on", true);
        assertEquals(401, status(server, ""));
        assertEquals(200, status(server, ada.token()));
        ada.ask("lockdown", "lockdown", "on", false);
        assertEquals(200, status(server, ""));
      }
    }
  }
}
