package chatroom.functional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.ChatServer;
import chatroom.testing.Eventually;
import chatroom.testing.RawSocket;
import chatroom.testing.TestClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The log says who came and went and what was refused and why, and never what was said. */
final class LogIT {
  private static final String SECRET = "xyzzy-plugh";

  /** Some one line says all of this. */
  private static void assertLogged(ChatServer server, Object... all) {
    Eventually.until(
        "a line with " + List.of(all) + " in " + ours(server),
        () -> ours(server).stream().anyMatch(line -> holds(line, all)));
  }

  private static boolean holds(String line, Object... all) {
    return Stream.of(all).allMatch(part -> line.contains(part.toString()));
  }

  private static List<String> ours(ChatServer server) {
    return server.log().stream().filter(line -> line.contains(" chatroom.")).toList();
  }

  @Test
  void whoConnectedFromWhereWasRenamedAndLeft() {
    try (var server = ChatServer.start();
        var alice = TestClient.join(server)) {
      assertLogged(server, "connected", alice.id(), "127.0.0.1");
      alice.rename("Alice");
      assertLogged(server, "renamed", alice.id(), "Alice");
      alice.leave();
      assertLogged(server, "left", alice.id());
    }
  }

  @Test
  void whyAHandshakeWasRefused() {
    try (var server = ChatServer.start(Map.of("max-clients-per-address", "1"))) {
      assertEquals(403, TestClient.to(server.ws()).origin("https://evil.example").status());
      assertLogged(server, "efused", "127.0.0.1", "https://evil.example");
      try (var alice = TestClient.join(server)) {
        assertEquals(429, TestClient.to(server.ws()).status());
        assertLogged(server, "efused", "127.0.0.1", "too many connections");
        alice.ask("ping", "pong");
      }
    }
  }

  @Test
  void whyAClientWasTurnedAway() {
    try (var server = ChatServer.start(Map.of("max-clients", "1"));
        var alice = TestClient.join(server);
        var late = TestClient.connect(server)) {
      late.expectError("server_full");
      assertLogged(server, "efused", "127.0.0.1", "full");
      alice.ask("ping", "pong");
    }
  }

  @Test
  void whatARequestWasRefusedFor() {
    try (var server = ChatServer.start();
        var alice = TestClient.join(server)) {
      alice.sendText("not JSON");
      alice.expectError("invalid_format");
      assertLogged(server, alice.id(), "invalid_format");
      alice.send("set_name", "name", "System");
      alice.expectError("name_taken");
      assertLogged(server, alice.id(), "name_taken");
    }
  }

  @Test
  void aFloodOfFaultsIsNoFloodOfLines() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"));
        var mallory = TestClient.join(server)) {
      for (int i = 0; i < 2000; i++) {
        mallory.sendText("not JSON");
      }
      mallory.untilNow();
      long lines = ours(server).stream().filter(l -> l.contains("invalid_format")).count();
      assertFalse(lines > 200, lines + " lines for 2,000 faults");
    }
  }

  @Test
  void behindATrustedProxyTheForwardedAddressIsTheClients() {
    try (var server = ChatServer.start(Map.of("trusted-proxies", "127.0.0.1"));
        var alice = TestClient.to(server.ws()).header("X-Forwarded-For", "203.0.113.9").connect()) {
      alice.greeted();
      assertLogged(server, "connected", alice.id(), "203.0.113.9");
    }
  }

  @Test
  void whatAnybodyElseForwardsIsNotBelieved() {
    try (var server = ChatServer.start();
        var alice = TestClient.to(server.ws()).header("X-Forwarded-For", "203.0.113.9").connect()) {
      alice.greeted();
      assertLogged(server, "connected", alice.id(), "127.0.0.1");
      assertFalse(server.log().stream().anyMatch(line -> line.contains("203.0.113.9")));
    }
  }

  @Test
  void whatWasForwardedCannotForgeALine() {
    try (var server = ChatServer.start(Map.of("trusted-proxies", "127.0.0.1"));
        var alice =
            TestClient.to(server.ws())
                .header("X-Forwarded-For", "1.2.3.4%0aSEVERE chatroom forged\tline")
                .connect()) {
      alice.greeted();
      assertLogged(server, "connected", alice.id());
      assertFalse(server.log().stream().anyMatch(line -> line.contains("forged")));
    }
  }

  @Test
  void whatWasSaidIsNowhere() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"));
        var alice = TestClient.join(server);
        var bob = TestClient.join(server);
        var raw = RawSocket.open(server.ws()).upgraded()) {
      alice.say(SECRET);
      alice.send("message", "content", SECRET, "ref", SECRET);
      alice.send("private_message", "to_id", bob.id(), "content", SECRET);
      alice.send("private_message", "to_id", SECRET, "content", SECRET);
      alice.send("message", "content", SECRET, "room", SECRET);
      alice.send("message", "content", SECRET, "ref", SECRET.repeat(9));
      alice.sendText(SECRET);
      alice.sendText("{\"type\":\"message\",\"content\":\"" + SECRET);
      alice.sendText("{\"type\":\"message\",\"content\":{\"" + SECRET + "\":1}}");
      alice.sendText("{\"type\":\"message\",\"content\":\"" + SECRET + "\\ud800\"}");
      alice.sendText("{\"type\":\"message\",\"content\":\"" + SECRET + "\"} " + SECRET);
      alice.send("message", "content", SECRET.repeat(1000));
      alice.send("edit", "content", SECRET);
      alice.send("edit", "message_id", 1, "content", SECRET);
      alice.send("image", "url", "https://example.org/" + SECRET, "alt", SECRET);
      alice.send("image", "url", SECRET, "alt", SECRET);
      alice.send("react", "message_id", 1, "emoji", SECRET, "on", true);
      alice.send("get_history", "room", SECRET);
      alice.send(SECRET, "content", SECRET);
      alice.sendBinary(SECRET.getBytes(UTF_8));
      alice.untilNow();
      raw.greeted();
      raw.send(RawSocket.TEXT, true, (SECRET + "\u00FF").getBytes(ISO_8859_1));
      raw.closeCode();
      try (var echo = TestClient.to(server.echo()).connect()) {
        echo.sendText(SECRET);
        echo.takeText();
        echo.sendText(SECRET.repeat(1000));
        echo.takeText();
      }
      server.undeploy();
      assertEquals(List.of(), server.log().stream().filter(line -> line.contains(SECRET)).toList());
    }
  }

  @Test
  void theSettingsInForceAreLoggedAtTheStartWithWhereTheyComeFrom() {
    try (var server = ChatServer.start(Map.of("max-clients", "77"))) {
      assertLogged(server, "max-clients", "77", "chat.properties");
      assertLogged(server, "history-size", "100", "default");
    }
  }

  @Test
  void anOrdinaryDayHasNoWarning() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"));
        var alice = TestClient.join(server);
        var bob = TestClient.join(server)) {
      alice.expect("join");
      alice.rename("Alice");
      alice.say("hello");
      bob.await("message");
      bob.leave();
      try (var gone = RawSocket.open(server.ws()).upgraded().greeted()) {
        gone.reset();
      }
      alice.await("leave");
      alice.await("leave");
      server.undeploy();
      assertEquals(
          List.of(),
          ours(server).stream()
              .filter(line -> line.startsWith("WARNING") || line.startsWith("SEVERE"))
              .toList());
    }
  }
}
