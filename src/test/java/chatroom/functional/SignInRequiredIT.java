package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.ChatServer;
import chatroom.testing.Images;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where nobody may be who has not signed in, over a socket. */
final class SignInRequiredIT {
  private static final String PASSWORD = "correct horse battery";
  private static final List<ChatServer> SERVERS = new ArrayList<>();
  private final List<TestClient> clients = new ArrayList<>();

  @BeforeAll
  static void start() {
    SERVERS.add(ChatServer.start(Map.of("auth", "required", "rate-limit", "0")));
  }

  @AfterAll
  static void stop() {
    SERVERS.forEach(ChatServer::close);
    SERVERS.clear();
  }

  @AfterEach
  void leave() {
    clients.forEach(TestClient::close);
  }

  private TestClient keep(TestClient client) {
    clients.add(client);
    return client;
  }

  private TestClient plain() {
    return keep(TestClient.connect(SERVERS.get(0)));
  }

  private TestClient silent() {
    return keep(TestClient.silent(SERVERS.get(0)));
  }

  private static TestClient registered(TestClient client, String name) {
    client.send("register", "username", name, "password", PASSWORD, "ref", "r");
    assertEquals(name, content(client.expect("auth_success")).getString("user_name"));
    return client.greeted();
  }

  @Test
  void whoIsNobodyIsToldAndDoesNothing() {
    TestClient witness = registered(plain(), "Wit");
    TestClient stranger = plain();
    TestClient other = silent();
    other.send("hello", "name", "Wit", "role", "admin");
    other.expectError("not_allowed");
    for (String type :
        List.of("get_users", "get_stats", "get_rooms", "get_history", "ping", "typing")) {
      for (TestClient client : List.of(stranger, other)) {
        client.send(type, "room", "general", "is_typing", true, "ref", "r");
        assertEquals("Sign in first", client.expectError("not_allowed").getString("message"));
      }
    }
    for (TestClient client : List.of(stranger, other)) {
      client.send("message", "content", "hello");
      client.expectError("not_allowed");
      client.send("auth", "username", "Wit", "password", "wrong password");
      client.expectError("auth_failed");
      assertEquals(4001, client.closeCode());
    }
    witness.expectNothing();
  }

  @Test
  void anAccountIsAllThatIsNeeded() {
    TestClient ann = silent();
    ann.send("hello");
    ann.expectError("not_allowed");
    registered(ann, "Ann");
    TestClient again = silent().hello("username", "ann", "password", PASSWORD);
    assertEquals(ann.id(), again.id());
    assertEquals(ann.id(), silent().hello("resume_token", again.token()).id());
    TestClient plain = plain();
    plain.send("auth", "username", "Ann", "password", PASSWORD);
    plain.expect("auth_success");
    assertEquals(ann.id(), plain.greeted().id());
  }

  @Test
  void uploadsAreForWhoHasAnAccount() {
    try (ChatServer server = ChatServer.start(Map.of("rate-limit", "0"))) {
      TestClient guest = keep(TestClient.silent(server)).hello();
      String token = guest.token();
      String url = Uploader.of(server, token).upload("general", Images.png());
      guest.leave();
      server.undeploy();
      server.say("auth", "required");
      server.deploy();

      assertEquals("401 auth_failed", Uploader.refusal(Uploader.of(server, token).get(url)));
      TestClient ann = keep(TestClient.silent(server));
      ann.send("hello", "resume_token", token);
      ann.expectError("not_allowed");
      registered(ann, "Ann");
      assertFalse(ann.token().isEmpty());
      assertEquals(200, Uploader.of(server, ann.token()).get(url).statusCode());
    }
  }
}
