package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mallory, who says what one must not, and a witness, who is to notice nothing. */
abstract class TwoInTheRoom {
  /** Who is cut off is back in time also where the machine is busy. */
  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("resume-window-seconds", "30");

  TestClient mallory;
  TestClient witness;

  @BeforeEach
  void twoAreInTheRoom() {
    mallory = CHAT.join();
    witness = CHAT.join();
  }

  /** The frame is answered with this code; nobody else sees anything; the connection goes on. */
  final JsonObject refused(String code, String frame) {
    mallory.sendText(frame);
    JsonObject error = mallory.expectError(code);
    unnoticed();
    return error;
  }

  /** What mallory says next is the next thing that the witness sees. */
  final void unnoticed() {
    mallory.say("still here");
    assertEquals("still here", witness.expect("message").getString("content"));
    mallory.expectNothing();
  }
}
