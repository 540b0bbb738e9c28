package chatroom.functional;

import static chatroom.functional.Officials.PASSWORD;
import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Order in a room and in the whole house: Ada administers, Mo moderates, Bob and the owner do not.
 */
final class OrderIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private static final int TRY_AGAIN_LATER = 1013;
  private static final AtomicInteger MADE = new AtomicInteger();

  private final String room = "order-" + MADE.incrementAndGet();
  private TestClient witness;
  private TestClient owner;
  private TestClient bob;
  private TestClient ada;

  @BeforeEach
  void allAreThere() {
    if (Files.exists(Officials.tokenFile(CHAT.server()))) {
      Officials.appoint(CHAT.server());
    }
    witness = CHAT.join();
    owner = guest("Owner");
    bob = guest("Bob");
    ada = CHAT.keep(Officials.signIn(CHAT.server(), "Ada"));
    settle();
    owner.send("create_room", "room", room);
    owner.await("history", it -> it.getString("room").equals(room));
    bob.ask("join_room", "room_joined", "room", room);
    witness.send("join_room", "room", room);
    witness.await("room_joined");
    settle();
  }

  private TestClient guest(String name) {
    TestClient guest = CHAT.silent().hello("name", name);
    guest.untilNow();
    return guest;
  }

  private void settle() {
    List.of(owner, bob, ada, witness).forEach(TestClient::untilNow);
  }

  private void refused(TestClient who, String code, String type, Object... fields) {
    settle();
    who.send(type, fields);
    who.expectError(code);
    who.ask("ping", "pong");
    witness.expectNothing();
  }

  @Test
  void aMemberMakesNothingSlowNamesNobodyAndDeletesNothing() {
    long message = owner.ask("message", "ack", "content", "hi", "ref", "m").getInt("id");
    refused(bob, "not_allowed", "set_slow_mode", "room", room, "seconds", 9);
    refused(
        bob, "not_allowed", "set_room_role", "room", room, "to_id", bob.id(), "role", "moderator");
    refused(bob, "not_allowed", "set_topic", "room", room, "topic", "x");
    refused(bob, "not_allowed", "get_members", "room", room);
    refused(bob, "not_allowed", "delete", "message_id", message);
    refused(bob, "not_allowed", "get_audit");
    refused(bob, "not_allowed", "lockdown", "on", true);
    refused(owner, "invalid_format", "set_slow_mode", "room", room, "seconds", 3_601);
  }

  @Test
  void aModeratorOfTheRoomMakesItSlowAndDeletesAndIsNobodyElsewhere() {
    owner.send("set_room_role", "room", room, "to_id", bob.id(), "role", "moderator", "ref", "r");
    assertEquals("r", owner.await("room_role").getString("ref"));
    assertEquals("moderator", content(witness.expect("room_role")).getString("role"));
    settle();
    bob.send("set_slow_mode", "room", room, "seconds", 60, "ref", "s");
    assertEquals("s", bob.await("slow_mode").getString("ref"));
    assertEquals(60, content(witness.expect("slow_mode")).getInt("seconds"));
    witness.send("message", "room", room, "content", "one", "ref", "1");
    long message = witness.expect("ack").getInt("id");
    witness.send("message", "room", room, "content", "two", "ref", "2");
    JsonObject error = witness.expectError("rate_limited");
    assertTrue(error.getInt("retry_after_ms") <= 60_000, error::toString);
    settle();
    bob.ask("message", "ack", "room", room, "content", "one", "ref", "1");
    bob.ask("message", "ack", "room", room, "content", "two", "ref", "2");
    witness.untilNow();
    bob.send("delete", "message_id", message, "ref", "d");
    assertEquals(message, content(witness.expect("message_deleted")).getInt("message_id"));
    settle();
    refused(bob, "not_allowed", "set_slow_mode", "room", "general", "seconds", 9);
    refused(
        bob,
        "not_allowed",
        "set_room_role",
        "room",
        room,
        "to_id",
        witness.id(),
        "role",
        "moderator");
  }

  @Test
  void whatIsReportedIsReadByModeratorsAlone() {
    TestClient mo = CHAT.keep(Officials.signIn(CHAT.server(), "Mo"));
    settle();
    long message = owner.ask("message", "ack", "content", "rude", "ref", "m").getInt("id");
    settle();
    bob.send("report", "message_id", message, "reason", "spam", "ref", "r");
    JsonObject reported = bob.expect("reported");
    assertEquals("r", reported.getString("ref"));
    assertTrue(
        mo.await("message", it -> it.getString("room").equals("moderators"))
            .getString("content")
            .contains("spam"));
    ada.await("message", it -> it.getString("room").equals("moderators"));
    witness.expectNothing();
    refused(bob, "room_not_found", "join_room", "room", "moderators");
    refused(bob, "room_not_found", "get_history", "room", "moderators");
    refused(bob, "room_exists", "create_room", "room", "moderators");
    refused(bob, "message_not_found", "report", "message_id", 999_999);
    assertFalse(list(bob.ask("get_rooms", "rooms")).toString().contains("moderators"));
    JsonObject act = list(ada.ask("get_audit", "audit")).get(0);
    assertEquals("report", act.getString("kind"));
    assertEquals("Bob", act.getString("actor_name"));
    refused(mo, "not_allowed", "get_audit");
    refused(mo, "not_allowed", "lockdown", "on", true);
  }

  @Test
  void aLockdownLetsNobodyNewInAndOutlivesTheServerAndTheLogIsWhole() throws IOException {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"))) {
      Officials.appoint(server);
      TestClient admin = Officials.signIn(server, "Ada");
      TestClient guest = TestClient.silent(server).hello("name", "Gus");
      guest.untilNow();
      admin.untilNow();
      admin.send("lockdown", "on", true, "ref", "l");
      assertEquals("l", admin.expect("lockdown").getString("ref"));
      assertTrue(content(guest.expect("lockdown")).getBoolean("on"));
      guest.send("create_room", "room", "new");
      guest.expectError("not_allowed");
      guest.send("register", "username", "Gus", "password", PASSWORD);
      guest.expectError("registration_closed");

      server.restart();
      try (var plain = TestClient.connect(server);
          var silent = TestClient.silent(server);
          var again = TestClient.silent(server)) {
        plain.expectError("not_allowed");
        assertEquals(TRY_AGAIN_LATER, plain.closeCode());
        silent.send("hello", "name", "New");
        silent.expectError("not_allowed");
        assertEquals(TRY_AGAIN_LATER, silent.closeCode());
        again.hello("resume_token", guest.token(), "rooms", Json.createObjectBuilder().build());
        assertEquals(guest.id(), again.id());
      }
      admin.abort();
      guest.abort();
      TestClient back = Officials.signIn(server, "Ada");
      assertTrue(content(back.ask("get_stats", "stats")).getBoolean("lockdown"));
      back.ask("lockdown", "lockdown", "on", false);
      TestClient.join(server).close();
      back.await("leave");
      JsonObject newest = list(back.ask("get_audit", "audit")).get(0);
      assertEquals("off", newest.getString("detail"));
      assertNoted(server, newest);
      back.abort();
    }
  }

  /** The command of the README, as it stands there, beside the running server. */
  private static void assertNoted(ChatServer server, JsonObject newest) throws IOException {
    Path war = Path.of(System.getProperty("it.war"));
    String noted = newest.getInt("number") + ":" + newest.getString("hash");
    String classes = war + "/WEB-INF/classes:" + war + "/WEB-INF/lib/*";
    Process verify =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                "chatroom.app.VerifyAudit",
                "--home",
                server.home().toString(),
                "--noted",
                noted)
            .redirectErrorStream(true)
            .start();
    String told = new String(verify.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, verify.onExit().join().exitValue(), told);
    assertTrue(told.contains("To note: " + noted), told);
  }
}
