package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.ChatServer;
import chatroom.testing.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** People with accounts and roles, on a server of a test. */
final class Officials {
  static final String PASSWORD = "correct horse";
  static final int EXPELLED = 4003;

  private Officials() {}

  /** Where the token of the first administrator is, or was. */
  static Path tokenFile(ChatServer server) {
    return server.home().resolve("first-admin-token");
  }

  static String token(ChatServer server) {
    try {
      return Files.readString(tokenFile(server)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes an account of that name, and leaves. */
  static void register(ChatServer server, String name) {
    try (var guest = TestClient.join(server)) {
      guest.send("register", "username", name, "password", PASSWORD);
      guest.await("auth_success");
    }
  }

  /** Makes Ada an administrator, Mo and Max moderators and Ann a member; nobody stays. */
  static void appoint(ChatServer server) {
    for (String name : new String[] {"Ada", "Mo", "Max", "Ann"}) {
      register(server, name);
    }
    try (var ada = signIn(server, "Ada")) {
      ada.send("claim_admin", "token", token(server), "ref", "c");
      ada.await("moderated");
      for (String name : new String[] {"Mo", "Max"}) {
        ada.send("set_role", "username", name, "role", "moderator", "ref", "s");
        ada.await("moderated");
      }
    }
  }

  /** Somebody who signs in, and has heard all that there was. */
  static TestClient signIn(ChatServer server, String name) {
    TestClient who = TestClient.silent(server).hello("username", name, "password", PASSWORD);
    who.untilNow();
    return who;
  }

  /** Who says hello is turned away as banned. */
  static void assertTurnedAway(TestClient silent, @Nullable Object... hello) {
    silent.send("hello", hello);
    assertTurnedAway(silent);
  }

  /** Is turned away as banned. */
  static void assertTurnedAway(TestClient who) {
    who.expectError("banned");
    assertEquals(EXPELLED, who.closeCode());
  }

  /** Is told to go for that reason, and has to. */
  static void assertSentAway(TestClient who, String reason) {
    assertEquals(reason, content(who.await("kicked")).getString("reason"));
    assertEquals(EXPELLED, who.closeCode());
  }
}
