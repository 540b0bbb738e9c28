package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who has an account is the same person wherever they come from, and nobody else is. */
final class AccountsIT {
  private static final String PASSWORD = "correct horse";
  private static final int AUTH_FAILED = 4001;
  private static final int SIGNED_OUT = 1008;

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient witness;

  @BeforeEach
  void join() {
    witness = CHAT.join();
  }

  @AfterEach
  void nobodyElseWasHarmed() {
    witness.send("ping");
    witness.await("pong");
  }

  private TestClient registered(String name) {
    TestClient guest = CHAT.join();
    guest.send("register", "username", name, "password", PASSWORD, "ref", "r");
    guest.await("auth_success");
    return guest;
  }

  private static TestClient signIn(String name) {
    return CHAT.silent().hello("username", name, "password", PASSWORD);
  }

  @Test
  void aGuestMakesAnAccountAndKeepsTheirNumber() {
    TestClient ann = CHAT.join();
    ann.send("register", "username", "Ann", "password", PASSWORD, "ref", "r");
    ann.expect("name_changed");
    JsonObject success = ann.expect("auth_success");

    assertEquals("r", success.getString("ref"));
    assertEquals(ann.id(), content(success).getJsonNumber("user_id").longValueExact());
    assertEquals("Ann", content(success).getString("user_name"));
    assertFalse(content(success).getBoolean("is_admin"));
    assertEquals("Ann", content(witness.expect("user_renamed")).getString("new_name"));
    ann.expectNothing();
  }

  @Test
  void theNameIsNobodyElsesAlsoWhenItLooksAlike() {
    registered("Paypal").leave();
    witness.await("leave");
    TestClient mallory = CHAT.join();
    witness.untilNow();
    for (String name : new String[] {"Paypal", "PAYPAL", "PaypaI", "Pаypal", " Paypal "}) {
      mallory.send("set_name", "name", name, "ref", "n");
      mallory.expectError("name_taken");
      mallory.send("register", "username", name, "password", PASSWORD, "ref", "r");
      mallory.expectError("name_taken");
    }
    mallory.ask("ping", "pong");
    witness.expectNothing();
  }

  @Test
  void signedInElsewhereOneIsTheSameUserAndThereOnce() {
    TestClient one = registered("Berta");
    one.untilNow();
    witness.untilNow();
    TestClient two = signIn("Berta");
    assertEquals(one.id(), two.id());
    witness.expectNothing();
    long entries =
        list(witness.ask("get_users", "users")).stream()
            .filter(user -> user.getString("name").equals("Berta"))
            .count();
    assertEquals(1, entries);

    one.send("message", "content", "from the first", "ref", "m");
    one.await("ack");
    assertEquals("from the first", two.await("message").getString("content"));
    assertEquals("from the first", witness.await("message").getString("content"));
    one.leave();
    two.ask("ping", "pong");
    witness.expectNothing();
    two.leave();
    witness.await("leave");
  }

  @Test
  void whatIsSaidPrivatelyIsSaidToEveryLineOfBoth() {
    TestClient one = registered("Cleo");
    TestClient two = signIn("Cleo");
    witness.send("private_message", "to_id", one.id(), "content", "psst");
    assertEquals("psst", one.await("private_message").getString("content"));
    assertEquals("psst", two.await("private_message").getString("content"));
    two.send("private_message", "to_id", witness.id(), "content", "what");
    assertEquals("what", one.await("private_message_sent").getString("content"));
    assertEquals("what", two.await("private_message_sent").getString("content"));
    assertEquals("what", witness.await("private_message").getString("content"));
  }

  @Test
  void aWrongPasswordAndAWrongNameAreAnsweredAlike() {
    registered("Dora").leave();
    witness.untilNow();
    for (String name : new String[] {"Dora", "Nobody"}) {
      TestClient hello = CHAT.silent();
      hello.send("hello", "username", name, "password", "wrong horse");
      hello.expectError("auth_failed");
      assertEquals(AUTH_FAILED, hello.closeCode());
      TestClient guest = CHAT.join();
      guest.send("auth", "username", name, "password", "wrong horse", "ref", "r");
      guest.expectError("auth_failed");
      assertEquals(AUTH_FAILED, guest.closeCode());
    }
  }

  @Test
  void anotherPasswordClosesWhatCameByTheOldOne() {
    TestClient one = registered("Emma");
    TestClient two = signIn("Emma");
    one.send("change_password", "password", PASSWORD, "new_password", "purple monkey", "ref", "w");
    assertEquals("w", one.await("password_changed").getString("ref"));
    assertEquals(SIGNED_OUT, two.closeCode());
    TestClient late = CHAT.silent();
    late.send("hello", "username", "Emma", "password", PASSWORD);
    late.expectError("auth_failed");
    TestClient back = CHAT.silent().hello("username", "Emma", "password", "purple monkey");
    assertEquals(one.id(), back.id());
    assertNotEquals(one.id(), CHAT.silent().hello("resume_token", two.token()).id());
  }

  @Test
  void aSessionIsEndedFromAnotherOne() {
    registered("Fred").leave();
    TestClient one = signIn("Fred");
    TestClient two = signIn("Fred");
    one.send("get_sessions", "ref", "s");
    String other =
        list(one.await("sessions")).stream()
            .filter(session -> !session.getBoolean("current"))
            .findFirst()
            .orElseThrow()
            .getString("id");
    one.send("end_sessions", "id", other, "ref", "e");
    assertEquals(1, list(one.await("sessions")).size());
    assertEquals(SIGNED_OUT, two.closeCode());
    one.send("end_sessions", "id", other, "ref", "e");
    one.expectError("not_allowed");
    TestClient guest = CHAT.join();
    guest.send("end_sessions", "id", other, "ref", "e");
    guest.expectError("not_allowed");
  }

  @Test
  void whatIsSaidOfOnesRoleIsNotBelieved() {
    TestClient mallory = CHAT.silent().hello("name", "Mallory", "role", "admin", "is_admin", true);
    mallory.untilNow();
    mallory.send(
        "register", "username", "Mallory", "password", PASSWORD, "role", "admin", "is_admin", true);
    assertFalse(content(mallory.await("auth_success")).getBoolean("is_admin"));
    boolean admin =
        list(mallory.ask("get_users", "users")).stream().anyMatch(it -> it.getBoolean("is_admin"));
    assertFalse(admin);
  }

  @Test
  void anAccountOutlivesTheServerAndSoDoItsTokens() {
    try (var server = ChatServer.start()) {
      TestClient ann = TestClient.silent(server).hello("name", "Ann");
      ann.send("register", "username", "Ann", "password", PASSWORD);
      ann.await("auth_success");
      server.restart();
      TestClient again = TestClient.silent(server).hello("resume_token", ann.token());
      assertEquals(ann.id(), again.id());
      assertEquals("Ann", again.name());
      TestClient elsewhere =
          TestClient.silent(server).hello("username", "ann", "password", PASSWORD);
      assertEquals(ann.id(), elsewhere.id());
      assertNotEquals(again.token(), elsewhere.token());
      TestClient guest = TestClient.join(server);
      guest.send("set_name", "name", "Ann", "ref", "n");
      guest.expectError("name_taken");
    }
  }

  @Test
  void whereNobodyMayRegisterNobodyCan() {
    try (var server = ChatServer.start(Map.of("registration", "closed"))) {
      TestClient guest = TestClient.join(server);
      guest.send("register", "username", "Ann", "password", PASSWORD, "ref", "r");
      guest.expectError("registration_closed");
      assertTrue(guest.isOpen());
      guest.ask("ping", "pong");
    }
  }
}
