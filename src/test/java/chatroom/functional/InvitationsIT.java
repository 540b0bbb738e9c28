package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where accounts are made by invitation, an administrator says who makes one. */
final class InvitationsIT {
  private static final String PASSWORD = "correct horse";

  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("registration", "invitation");

  private static TestClient admin() throws IOException {
    TestClient admin = CHAT.silent().hello("name", "Guest");
    String token = Files.readString(CHAT.server().home().resolve("first-admin-token")).strip();
    admin.send("register", "username", "Root", "password", PASSWORD, "invitation", token);
    admin.await("auth_success");
    admin.send("claim_admin", "token", token);
    admin.await("moderated");
    return admin;
  }

  @Test
  void anInvitationMakesOneAccountAndNoneIsMadeWithout() throws IOException {
    TestClient witness = CHAT.join();
    TestClient guest = CHAT.join();
    witness.untilNow();
    for (String wrong : new String[] {"", "x".repeat(43)}) {
      guest.send(
          "register", "username", "Ann", "password", PASSWORD, "invitation", wrong, "ref", "r");
      guest.expectError("invalid_invitation");
    }
    guest.send("create_invitation", "ref", "i");
    guest.expectError("not_allowed");
    witness.expectNothing();

    TestClient admin = admin();
    admin.untilNow();
    admin.send("create_invitation", "seconds", 60, "ref", "i");
    JsonObject invitation = admin.expect("invitation");
    assertEquals("i", invitation.getString("ref"));
    assertEquals(1, content(invitation).getInt("uses"));
    String token = content(invitation).getString("token");
    guest.send("register", "username", "Ann", "password", PASSWORD, "invitation", token);
    assertEquals("Ann", content(guest.await("auth_success")).getString("user_name"));
    TestClient late = CHAT.join();
    late.send("register", "username", "Bob", "password", PASSWORD, "invitation", token);
    late.expectError("invalid_invitation");
    assertTrue(late.isOpen());
    late.ask("ping", "pong");
  }
}
