package chatroom.functional;

import static chatroom.functional.Officials.PASSWORD;
import static chatroom.functional.Officials.assertSentAway;
import static chatroom.functional.Officials.assertTurnedAway;
import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is kicked, muted or banned, on open sockets, on return and after a restart. */
final class ModerationIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient mo;
  private TestClient witness;

  @BeforeEach
  void theModeratorIsThere() {
    if (Files.exists(Officials.tokenFile(CHAT.server()))) {
      Officials.appoint(CHAT.server());
    }
    witness = CHAT.join();
    mo = signIn("Mo");
  }

  private TestClient signIn(String name) {
    return CHAT.keep(Officials.signIn(CHAT.server(), name));
  }

  private TestClient guest(String name) {
    TestClient guest = CHAT.silent().hello("name", name);
    guest.untilNow();
    witness.untilNow();
    mo.untilNow();
    return guest;
  }

  private static void act(TestClient who, String type, TestClient target, long seconds) {
    who.send(type, "target_id", target.id(), "seconds", seconds, "reason", "spam", "ref", "m");
    assertEquals("m", who.await("moderated").getString("ref"));
  }

  private static String notice(TestClient who) {
    JsonObject told = who.expect("message");
    assertEquals(0, told.getInt("from_id"));
    assertEquals("System", told.getString("from_name"));
    return told.getString("content");
  }

  @Test
  void whoIsKickedIsGoneTheRoomHearsOfItAndTheTokenIsNoUseForAWhile() {
    TestClient bob = guest("Bob");
    mo.send("kick", "target_id", bob.id(), "reason", "spam", "ref", "k");
    assertSentAway(bob, "spam");
    assertEquals("Bob", content(witness.expect("leave")).getString("user_name"));
    assertEquals("Bob was kicked: spam", notice(witness));

    assertTurnedAway(CHAT.silent(), "resume_token", bob.token());
    witness.expectNothing();
    TestClient newcomer = CHAT.silent().hello("name", "Bob");
    assertNotEquals(bob.id(), newcomer.id());
    assertEquals("Bob", newcomer.name());
  }

  @Test
  void allConnectionsOfAnAccountEndAndItDoesNotSignInForAWhile() {
    TestClient one = signIn("Ann");
    TestClient two = signIn("Ann");
    mo.untilNow();
    mo.send("kick", "username", "Ann", "ref", "k");
    assertSentAway(one, "Kicked by admin");
    assertSentAway(two, "Kicked by admin");
    mo.await("moderated");
    mo.await("message");
    assertTurnedAway(CHAT.silent(), "username", "Ann", "password", PASSWORD);
    TestClient guest = guest("Cy");
    guest.send("auth", "username", "Ann", "password", PASSWORD, "ref", "a");
    assertTurnedAway(guest);
    mo.await("leave", it -> "Cy".equals(content(it).getString("user_name")));
    mo.untilNow();
    mo.send("kick", "username", "Ann", "ref", "k");
    mo.expectError("user_not_found");
  }

  @Test
  void whoIsMutedSaysNothingUntilItIsLifted() {
    TestClient bob = guest("Bob");
    act(mo, "mute", bob, 60);
    assertEquals("spam", content(bob.expect("muted")).getString("reason"));
    assertEquals("Bob was muted for 1 minute: spam", notice(witness));
    bob.await("message");
    bob.send("message", "content", "x", "ref", "r");
    JsonObject error = bob.expectError("muted");
    assertTrue(error.getInt("retry_after_ms") <= 60_000, error::toString);
    bob.send("private_message", "to_id", witness.id(), "content", "x");
    bob.expectError("muted");
    bob.send("image", "url", "https://example.org/x.png");
    bob.expectError("muted");
    bob.send("set_topic", "room", "general", "topic", "x");
    bob.expectError("muted");
    bob.ask("ping", "pong");
    witness.expectNothing();

    mo.send("unmute", "target_id", bob.id(), "ref", "u");
    bob.await("unmuted");
    assertEquals("Bob may speak again", notice(witness));
    bob.say("hello");
    assertEquals("hello", witness.expect("message").getString("content"));
  }

  @Test
  void bansMutesAndRolesOutliveTheServer() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"))) {
      Officials.appoint(server);
      Officials.register(server, "Bea");
      TestClient moderator = Officials.signIn(server, "Mo");
      TestClient ann = Officials.signIn(server, "Ann");
      TestClient bea = Officials.signIn(server, "Bea");
      moderator.untilNow();
      act(moderator, "ban", ann, 3_600);
      assertSentAway(ann, "spam");
      act(moderator, "mute", bea, 3_600);
      assertTurnedAway(TestClient.silent(server), "resume_token", ann.token());

      server.restart();
      assertTurnedAway(TestClient.silent(server), "resume_token", ann.token());
      assertTurnedAway(TestClient.silent(server), "username", "Ann", "password", PASSWORD);
      TestClient again = Officials.signIn(server, "Bea");
      again.send("message", "content", "x", "ref", "r");
      again.expectError("muted");
      moderator = Officials.signIn(server, "Mo");
      moderator.send("unban", "username", "Ann", "ref", "u");
      moderator.await("moderated");
      assertEquals(ann.id(), Officials.signIn(server, "Ann").id());
      assertEquals(ann.id(), TestClient.silent(server).hello("resume_token", ann.token()).id());
    }
  }
}
