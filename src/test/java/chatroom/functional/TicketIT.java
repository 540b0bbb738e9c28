package chatroom.functional;

import static chatroom.testing.ContainerUsers.credentials;
import static chatroom.testing.ContainerUsers.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chatroom.testing.ChatServer;
import chatroom.testing.Handshake;
import chatroom.testing.Images;
import chatroom.testing.TestClient;
import chatroom.testing.Uploader;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whom the container knows comes through a page of another origin by a ticket, never by a cookie.
 */
final class TicketIT {
  private static final String PORTAL = "https://portal.example";
  private static final String EVIL = "https://evil.example";
  private static final List<ChatServer> SERVERS = new ArrayList<>();
  private final List<TestClient> clients = new ArrayList<>();

  @BeforeAll
  static void start() {
    SERVERS.add(
        ChatServer.start(
            Map.of(
                "auth", "container",
                "allowed-origins", PORTAL,
                "rate-limit", "0",
                "resume-window-seconds", "1")));
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

  private static HttpResponse<byte[]> ask(String... headers) {
    return Uploader.send(
        Uploader.of(server(), "").request("ticket", headers).POST(BodyPublishers.noBody()));
  }

  private static String ticket(String... headers) {
    HttpResponse<byte[]> answer = ask(headers);
    assertEquals(200, answer.statusCode());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    assertEquals(60, Uploader.json(answer).getInt("expires_in"));
    return Uploader.json(answer).getString("ticket");
  }

  private static String ticketOf(String user) {
    return ticket("Authorization", credentials(user));
  }

  private static Handshake with(String ticket) {
    return TestClient.to(URI.create(server().ws() + "?ticket=" + ticket)).origin(PORTAL);
  }

  private TestClient join(Handshake handshake) {
    TestClient client = handshake.connect();
    clients.add(client);
    return client;
  }

  private TestClient witness() {
    return join(TestClient.to(server().ws()).header("Authorization", credentials("bob"))).greeted();
  }

  @Test
  void whoHasATicketIsWhoItWasGivenTo() {
    TestClient alice = join(with(ticketOf("alice"))).greeted();
    TestClient again = join(with(ticketOf("alice"))).greeted();
    assertEquals("alice", alice.name());
    assertEquals(alice.id(), again.id());
    TestClient boss = join(with(ticketOf("boss"))).greeted();
    assertNotEquals(alice.id(), boss.id());
    boss.send("get_users");
    assertEquals(
        List.of("boss"),
        TestClient.list(boss.await("users")).stream()
            .filter(it -> it.getBoolean("is_admin"))
            .map(it -> it.getString("name"))
            .toList());
  }

  @Test
  void aTicketIsGoodOnce_alsoWhereItComesFromItsOwnServer() {
    TestClient witness = witness();
    String ticket = ticketOf("alice");
    TestClient alice = join(with(ticket)).greeted();
    witness.expect("join");
    assertEquals(401, with(ticket).status());
    assertEquals(401, with(ticket).header("Authorization", credentials("alice")).status());
    alice.say("still here");
    assertEquals("still here", witness.expect("message").getString("content"));
    witness.expectNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a&ticket=b"})
  void whatIsNoTicketOpensNothing(String ticket) {
    TestClient witness = witness();
    assertEquals(401, with(ticket).status());
    assertEquals(401, with("x".repeat(2000)).status());
    witness.expectNothing();
  }

  @Test
  void aPageThatMayNotConnectUsesNoTicketUp() {
    String ticket = ticketOf("alice");
    Handshake evil = TestClient.to(URI.create(server().ws() + "?ticket=" + ticket)).origin(EVIL);
    assertEquals(403, evil.status());
    assertEquals("alice", join(with(ticket)).greeted().name());
  }

  @Test
  void aCookieAloneOpensNothingThere() {
    String cookie = session(server(), "alice");
    Handshake own = TestClient.to(server().ws()).header("Cookie", cookie);
    join(own).greeted();
    assertEquals(
        403, TestClient.to(server().ws()).header("Cookie", cookie).origin(PORTAL).status());
    for (String origin : List.of(PORTAL, EVIL, "null")) {
      HttpResponse<byte[]> refused = ask("Cookie", cookie, "Origin", origin);
      assertEquals("403 not_allowed", Uploader.refusal(refused), origin);
    }
  }

  @Test
  void nobodyGetsATicketWhomNobodyKnows_andNobodyByReading() {
    assertEquals(401, ask().statusCode());
    assertEquals(401, ask("Authorization", credentials("alice", "wrong")).statusCode());
    HttpResponse<byte[]> read =
        Uploader.of(server(), "").get("ticket", "Authorization", credentials("alice"));
    assertEquals("405 invalid_request", Uploader.refusal(read));
    assertEquals("POST", read.headers().firstValue("Allow").orElse(""));
    try (var open = ChatServer.start(Map.of())) {
      HttpResponse<byte[]> guest =
          Uploader.send(Uploader.of(open, "").request("ticket").POST(BodyPublishers.noBody()));
      assertEquals("401 auth_failed", Uploader.refusal(guest));
    }
  }

  @Test
  void theEndOfTheSessionThatATicketWasGivenInEndsItsSockets() {
    String cookie = session(server(), "alice");
    TestClient alice = join(with(ticket("Cookie", cookie))).greeted();
    Uploader.send(Uploader.of(server(), "").request("login", "Cookie", cookie).DELETE());
    assertEquals(1008, alice.closeCode());
  }

  @Test
  void imagesAreForWhoIsHereByATicket_asLongAsThat() {
    TestClient witness = witness();
    TestClient alice = join(with(ticketOf("alice")).subprotocols("chat.v1")).hello();
    Uploader images = Uploader.of(server(), alice.token());
    String[] there = {"Origin", PORTAL};
    HttpResponse<byte[]> sent = images.post("general", Images.png(), there);
    assertEquals(201, sent.statusCode());
    assertEquals(PORTAL, sent.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    String url = Uploader.json(sent).getString("url");
    assertEquals(200, images.get(url, there).statusCode());
    assertEquals(401, images.get(url, "Origin", EVIL).statusCode());
    assertEquals(401, Uploader.of(server(), "").get(url, there).statusCode());
    alice.leave();
    witness.await("leave");
    witness.send("get_users");
    assertFalse(
        TestClient.list(witness.await("users")).stream()
            .anyMatch(it -> it.getString("name").equals("alice")));
    assertEquals("401 auth_failed", Uploader.refusal(images.get(url, there)));
  }
}
