package chatroom.functional;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;

/** Alice, who is to lose her line, and Bob, who stays; both have heard all there was so far. */
abstract class AliceAndBob {
  private final RunningChat chat;

  TestClient alice;
  TestClient bob;

  /** The newest that Alice knows of. */
  long seen;

  AliceAndBob(RunningChat chat) {
    this.chat = chat;
  }

  @BeforeEach
  void twoTalk() {
    bob = chat.join("Bob");
    alice = chat.silent().hello("name", "Alice");
    alice.expect("users");
    seen = alice.expect("history").getJsonNumber("last_seq").longValueExact();
    bob.expect("join");
  }

  /** Alice on another line, who has heard that much of these rooms. */
  final TestClient resume(JsonObject rooms) {
    return chat.silent().hello("resume_token", alice.token(), "rooms", rooms);
  }
}
