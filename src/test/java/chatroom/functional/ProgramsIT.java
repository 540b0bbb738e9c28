package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs come as users by tokens, over a socket, and do no more than these let through. */
final class ProgramsIT {
  private static final String PASSWORD = "correct horse";
  private static final int SIGNED_OUT = 1008;
  private static final int AUTH_FAILED = 4001;

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

  private static TestClient registered(String name) {
    TestClient guest = CHAT.silent().hello("name", "Guest");
    guest.send("register", "username", name, "password", PASSWORD, "ref", "r");
    guest.await("auth_success");
    guest.untilNow();
    return guest;
  }

  private static JsonObject token(TestClient owner, String scopes, Object... more) {
    Object[] fields = new Object[more.length + 4];
    fields[0] = "name";
    fields[1] = "ci";
    fields[2] = "scopes";
    fields[3] = scopes;
    System.arraycopy(more, 0, fields, 4, more.length);
    owner.send("create_token", fields);
    return content(owner.await("token_created"));
  }

  private static TestClient program(JsonObject token) {
    TestClient program = CHAT.silent().hello("token", token.getString("token"));
    program.untilNow();
    return program;
  }

  @Test
  void aProgramIsTheUserAsFarAsItsScopesGo() {
    TestClient ann = registered("Ann");
    TestClient program = program(token(ann, "read"));
    witness.untilNow();
    assertEquals(ann.id(), program.id());
    program.send("message", "content", "spam", "ref", "m");
    program.expectError("not_allowed");
    program.send("create_token", "name", "more", "scopes", "write", "ref", "k");
    program.expectError("not_allowed");
    program.send("change_password", "password", PASSWORD, "new_password", "x", "ref", "w");
    program.expectError("not_allowed");
    program.send("auth", "username", "Ann", "password", PASSWORD, "ref", "a");
    program.expectError("not_allowed");
    program.ask("get_rooms", "rooms");
    witness.expectNothing();

    TestClient writer = program(token(ann, "write"));
    writer.send("message", "content", "built", "ref", "m");
    writer.await("ack");
    assertEquals("built", witness.await("message").getString("content"));
  }

  @Test
  void aRevokedTokenIsOverAtOnceAndForGood() {
    TestClient ann = registered("Berta");
    JsonObject token = token(ann, "write");
    TestClient program = program(token);
    TestClient other = program(token(ann, "write"));
    ann.untilNow();
    ann.send("revoke_token", "id", token.getString("id"), "ref", "r");
    assertEquals(1, list(ann.expect("tokens")).size());
    assertEquals(SIGNED_OUT, program.closeCode());
    TestClient late = CHAT.silent();
    late.send("hello", "token", token.getString("token"));
    late.expectError("auth_failed");
    assertEquals(AUTH_FAILED, late.closeCode());
    other.ask("ping", "pong");
    assertTrue(ann.isOpen());
  }

  @Test
  void anotherPasswordEndsThePrograms() {
    TestClient ann = registered("Cleo");
    TestClient program = program(token(ann, "read"));
    ann.send("change_password", "password", PASSWORD, "new_password", "another horse");
    ann.await("password_changed");
    assertEquals(SIGNED_OUT, program.closeCode());
    assertTrue(list(ann.ask("get_tokens", "tokens")).isEmpty());
  }

  @Test
  void aBotAndItsTokenOutliveTheServerAndTheTokenIsNotInItsFile() throws IOException {
    try (var server = ChatServer.start()) {
      TestClient admin = TestClient.silent(server).hello("name", "Guest");
      admin.send("register", "username", "Root", "password", PASSWORD);
      admin.await("auth_success");
      String first = Files.readString(server.home().resolve("first-admin-token")).strip();
      admin.send("claim_admin", "token", first);
      admin.await("moderated");
      JsonObject token = token(admin, "write", "bot", "Robo");
      server.restart();
      TestClient bot = TestClient.silent(server).hello("token", token.getString("token"));
      assertEquals("Robo", bot.name());
      assertEquals(token.getJsonNumber("user_id").longValueExact(), bot.id());
      try (var files = Files.list(server.home())) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
          assertFalse(bytes.contains(token.getString("token")), file.toString());
        }
      }
      TestClient mallory = TestClient.silent(server);
      mallory.send("hello", "username", "Robo", "password", "$bot$");
      mallory.expectError("auth_failed");
    }
  }
}
