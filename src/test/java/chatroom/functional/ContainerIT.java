package chatroom.functional;

import static chatroom.testing.ContainerUsers.credentials;
import static chatroom.testing.ContainerUsers.session;
import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.ContainerUsers;
import chatroom.testing.Handshake;
import chatroom.testing.Images;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the container says who may come, in its own way, of its own realm. */
final class ContainerIT {
  private static final int UNAUTHORIZED = 401;
  private static final List<ChatServer> SERVERS = new ArrayList<>();
  private final List<TestClient> clients = new ArrayList<>();

  @BeforeAll
  static void start() {
    SERVERS.add(
        ChatServer.start(
            Map.of("auth", "container", "rate-limit", "0", "resume-window-seconds", "1")));
  }

  @AfterAll
  static void stop() {
    SERVERS.forEach(ChatServer::close);
    SERVERS.clear();
  }

  @AfterEach
  void leave() {
    clients.forEach(TestClient::close);
    server().awaitEmpty();
  }

  private static ChatServer server() {
    return SERVERS.get(0);
  }

  private static Handshake handshake() {
    return TestClient.to(server().ws());
  }

  private TestClient join(Handshake handshake) {
    TestClient client = handshake.connect();
    clients.add(client);
    return client.greeted();
  }

  private TestClient join(String user) {
    return join(handshake().header("Authorization", credentials(user)));
  }

  private static HttpResponse<byte[]> get(String path, String... headers) {
    return Uploader.of(server(), "").get(path, headers);
  }

  private static boolean isAdmin(TestClient asker, long userId) {
    asker.send("get_users");
    return TestClient.list(asker.await("users")).stream()
        .filter(it -> it.getJsonNumber("id").longValue() == userId)
        .findFirst()
        .orElseThrow()
        .getBoolean("is_admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index.html", "js/main.js", "asyncapi.yaml", "uploads/x", "archive/"})
  void whomTheContainerDoesNotKnowGetsNothing(String path) {
    for (String credentials :
        List.of(credentials("alice", "wrong"), credentials("eve"), "Basic x", "Nonsense")) {
      HttpResponse<byte[]> refused = get(path, "Authorization", credentials);
      assertEquals(UNAUTHORIZED, refused.statusCode(), credentials);
    }
    HttpResponse<byte[]> refused = get(path);
    assertEquals(UNAUTHORIZED, refused.statusCode());
    assertTrue(
        refused.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic realm="));
    assertEquals(List.of(), refused.headers().allValues("Set-Cookie"));
  }

  @Test
  void noSocketIsOpenedForThem() {
    TestClient witness = join("bob");
    for (var address : List.of(server().ws(), server().echo())) {
      assertEquals(UNAUTHORIZED, TestClient.to(address).status());
      assertEquals(
          UNAUTHORIZED,
          TestClient.to(address).header("Authorization", credentials("alice", "x")).status());
      assertEquals(
          UNAUTHORIZED, TestClient.to(address).header("Cookie", "JSESSIONID=none").status());
    }
    assertEquals(
        403,
        handshake()
            .header("Authorization", credentials("alice"))
            .origin("https://evil.example")
            .status());
    witness.expectNothing();
  }

  @ParameterizedTest
  @CsvSource({"alice,false", "mo,false", "boss,true"})
  void aUserOfTheRealmIsAUserOfThatNameAndRole(String user, boolean admin) {
    TestClient one = join(user);
    assertEquals(user, one.name());
    assertEquals(admin, isAdmin(one, one.id()));
    TestClient two = join(user);
    assertEquals(one.id(), two.id());
    one.say("hello");
    assertEquals("hello", two.await("message").getString("content"));
  }

  @Test
  void theUserIsTheSameAfterTheServerWasAway() {
    try (var other = ChatServer.start(Map.of("auth", "container"))) {
      long id = signedIn(other);
      assertEquals(id, signedIn(other));
      other.restart();
      assertEquals(id, signedIn(other));
    }
  }

  private static long signedIn(ChatServer server) {
    try (var alice =
        TestClient.to(server.ws()).header("Authorization", credentials("alice")).connect()) {
      return alice.greeted().id();
    }
  }

  @Test
  void rolesAreNotAClientsToSay() {
    TestClient alice = join("alice");
    TestClient forger =
        handshake()
            .header("Authorization", credentials("alice"))
            .header("X-Remote-User", "boss")
            .subprotocols("chat.v1")
            .connect();
    clients.add(forger);
    forger.hello("role", "admin", "roles", "chat-admin", "is_admin", true);
    assertFalse(isAdmin(forger, forger.id()));
    assertEquals(alice.id(), forger.id());
  }

  @Test
  void nameAndPasswordAreNotTheirsToSay() {
    TestClient alice = join("alice");
    TestClient witness = join("bob");
    alice.await("join");
    alice.send("set_name", "name", "boss");
    alice.expectError("not_allowed");
    for (String type : List.of("register", "auth")) {
      alice.send(type, "username", "boss", "password", ContainerUsers.PASSWORD);
      alice.expectError("not_allowed");
    }
    witness.expectNothing();
  }

  @Test
  void thePagesSocketAndUploadsAreOfItsSession() {
    String cookie = session(server(), "alice");
    TestClient alice = handshake().header("Cookie", cookie).subprotocols("chat.v1").connect();
    clients.add(alice);
    alice.hello();
    assertEquals("alice", alice.name());
    Uploader uploader = Uploader.of(server(), alice.token());
    HttpResponse<byte[]> taken = uploader.post("general", Images.png(), "Cookie", cookie);
    assertEquals(201, taken.statusCode());
    String url = Uploader.json(taken).getString("url");

    assertEquals(200, uploader.get(url, "Cookie", cookie).statusCode());
    assertEquals(UNAUTHORIZED, uploader.get(url).statusCode());
    assertEquals(UNAUTHORIZED, uploader.get(url, "Cookie", session(server(), "bob")).statusCode());
  }

  @Test
  void aSessionSaysForHowLongItIsKept() {
    HttpResponse<byte[]> kept = get("login", "Cookie", session(server(), "alice"));
    assertEquals(1800, Uploader.json(kept).getInt("idle_seconds"));
    assertEquals(204, get("login").statusCode());
    assertEquals(List.of(), get("login").headers().allValues("Set-Cookie"));
  }

  @Test
  void whenTheSessionEndsItsSocketsDoAndNobodyElses() {
    String cookie = session(server(), "alice");
    TestClient witness = join("bob");
    TestClient other = join("alice");
    witness.await("join");
    TestClient page = handshake().header("Cookie", cookie).subprotocols("chat.v1").connect();
    clients.add(page);
    page.hello();
    TestClient plain = join(handshake().header("Cookie", cookie));
    long start = System.nanoTime();
    Uploader.send(Uploader.of(server(), "").request("login", "Cookie", cookie).DELETE());

    assertEquals(1008, page.closeCode());
    assertEquals(1008, plain.closeCode());
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
    assertEquals(UNAUTHORIZED, handshake().header("Cookie", cookie).status());
    other.untilNow();
    witness.expectNothing();
    other.leave();
    assertEquals(other.id(), content(witness.await("leave")).getInt("user_id"));
  }

  @Test
  void aSessionThatSomebodyElseWasMadeToUseIsNotTheirs() {
    String planted = session(server(), "bob");
    HttpResponse<byte[]> page = get("", "Authorization", credentials("alice"), "Cookie", planted);
    assertEquals(200, page.statusCode());
    TestClient witness = join("boss");
    Handshake thief = handshake().header("Cookie", planted);
    assertEquals(UNAUTHORIZED, thief.status());
    String cookie = page.headers().firstValue("Set-Cookie").orElse("none;");
    assertNotEquals(planted, cookie.substring(0, cookie.indexOf(';')));
    witness.expectNothing();
  }

  @Test
  void whoWasSignedOutComesBackBySigningInAlone() {
    TestClient alice =
        handshake().header("Authorization", credentials("alice")).subprotocols("chat.v1").connect();
    clients.add(alice);
    alice.hello();
    String token = alice.token();
    alice.abort();
    assertEquals(UNAUTHORIZED, handshake().subprotocols("chat.v1").status());
    TestClient bob =
        handshake().header("Authorization", credentials("bob")).subprotocols("chat.v1").connect();
    clients.add(bob);
    bob.hello("resume_token", token);
    assertEquals("bob", bob.name());
    TestClient back =
        handshake().header("Authorization", credentials("alice")).subprotocols("chat.v1").connect();
    clients.add(back);
    back.hello("resume_token", token);
    assertEquals(alice.id(), back.id());
    assertEquals(token, back.token());
  }
}
