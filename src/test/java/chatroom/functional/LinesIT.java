package chatroom.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.Eventually;
import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A frame of chat.v1 holds one object a line, and each line is judged by itself. */
final class LinesIT {
  private static final int TOO_BIG = 1009;
  private static final int MAX_FRAME = 65_536;

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient witness;
  private TestClient alice;

  @BeforeEach
  void oneOfTwoSpeaksChatV1() {
    witness = CHAT.join();
    alice = CHAT.silent().hello();
    alice.expect("users");
    alice.expect("history");
    witness.expect("join");
  }

  private static String message(String content) {
    return TestClient.frame("message", "content", content).toString();
  }

  private void hears(String... contents) {
    for (String content : contents) {
      assertEquals(content, witness.expect("message").getString("content"));
    }
    witness.expectNothing();
  }

  @Test
  void everyLineIsDoneInItsOrder() {
    alice.sendText(message("one") + "\n" + message("two") + "\n" + message("three"));
    hears("one", "two", "three");
  }

  @Test
  void emptyLinesAndCarriageReturnsSayNothing() {
    alice.sendText("\n\r\n" + message("one") + "\r\n\r\n\n" + message("two") + "\r\n");
    alice.sendText("");
    alice.sendText("\n");
    hears("one", "two");
    alice.expectNothing();
  }

  @Test
  void aLineThatIsRefusedTakesNothingFromTheOthers() {
    alice.sendText(message("one") + "\nnot JSON\n{\"type\":\"shout\"}\n" + message("two"));
    alice.expectError("invalid_format");
    alice.expectError("unknown_type");
    hears("one", "two");
  }

  @Test
  void theBoundOfAnObjectIsThatOfALine() {
    String frame = TestClient.frame("message", "content", "").toString();
    int room = 10_240 - frame.length();
    alice.sendText(
        String.join(
            "\n", message("one"), message("x".repeat(room + 1)), message("y".repeat(room))));
    alice.expectError("message_too_large");
    hears("one", "y".repeat(room));
  }

  @Test
  void aFrameMayHave65536BytesOfLines() {
    String line = message("汉".repeat(1000));
    int width = line.getBytes(UTF_8).length + 1;
    String lines = String.join("\n", Collections.nCopies(MAX_FRAME / width, line)) + "\n";
    int rest = MAX_FRAME - lines.getBytes(UTF_8).length;
    alice.sendText(lines + " ".repeat(rest));
    for (int i = 0; i < MAX_FRAME / width; i++) {
      assertEquals("汉".repeat(1000), witness.expect("message").getString("content"));
    }
    alice.expectError("invalid_format");
  }

  @Test
  void aFrameOverTheBoundClosesWith1009() {
    alice.sendText("\n".repeat(MAX_FRAME + 1));
    assertEquals(TOO_BIG, alice.closeCode());
    witness.expect("leave");
    witness.expectNothing();
  }

  @Test
  void linesMayBeCutByFragments() {
    String whole = message("one") + "\n" + message("two");
    alice.sendFragments(whole.split("", -1));
    hears("one", "two");
  }

  @Test
  void aPlainFrameWithTwoLinesIsNotOneObject() {
    witness.sendText("{\"type\":\n\"ping\"}");
    witness.expect("pong");
    witness.sendText(message("one") + "\n" + message("two"));
    witness.expectError("invalid_format");
    alice.expectNothing();
  }

  @Test
  void aBinaryFrameIsUnsupportedHereToo() {
    alice.sendBinary(message("one").getBytes(UTF_8));
    alice.expectError("unsupported");
    witness.expectNothing();
  }

  @Test
  void aFrameFullOfTheShortestFaultsKeepsNobodyElseFromSpeaking() {
    RawSocket mallory = CHAT.socket().upgraded("Sec-WebSocket-Protocol: chat.v1");
    mallory.sendAsFarAsTaken(RawSocket.TEXT, "x\n".repeat(MAX_FRAME / 2).getBytes(UTF_8));
    Eventually.until("alice is heard", this::aliceIsHeard);
    assertEquals("still here", witness.await("message").getString("content"));
  }

  /** Who comes while too much is to be answered is told to try again. */
  private boolean aliceIsHeard() {
    alice.send("message", "content", "still here", "ref", "r");
    String answer = alice.take().getString("type");
    while (!answer.equals("ack") && !answer.equals("error")) {
      answer = alice.take().getString("type"); // Mallory may be leaving.
    }
    return answer.equals("ack");
  }
}
