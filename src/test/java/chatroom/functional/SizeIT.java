package chatroom.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What is too large is refused by its bytes, however it comes, and the connection stays. */
final class SizeIT extends TwoInTheRoom {
  @Test
  void theBoundOfAnObjectCountsBytesOfUtf8() {
    assertSays(10_240, "x");
    assertSays(10_240, "é");
    assertSays(10_240, "汉");
    assertSays(10_240, "\uD83D\uDE00");
    refused("message_too_large", message(10_241, "x"));
    refused("message_too_large", message(10_241, "é"));
    refused("message_too_large", message(10_241, "汉"));
    JsonObject error = refused("message_too_large", message(10_241, "\uD83D\uDE00"));
    assertEquals("Message too large", error.getString("message"));
  }

  private void assertSays(int bytes, String character) {
    mallory.sendText(message(bytes, character));
    assertTrue(witness.expect("message").getString("content").endsWith(character));
  }

  /** A message whose frame has just so many bytes. */
  private static String message(int bytes, String character) {
    String start = "{\"type\":\"message\",\"content\":\"";
    int room = bytes - start.length() - 2;
    int width = character.getBytes(UTF_8).length;
    return start + ".".repeat(room % width) + character.repeat(room / width) + "\"}";
  }

  @Test
  void whiteSpaceCountsToo() {
    refused("message_too_large", " ".repeat(10_240) + "{\"type\":\"ping\"}");
  }

  @Test
  void tooLargeIsSaidBeforeItIsParsed() {
    refused("message_too_large", "[".repeat(10_241));
    refused("message_too_large", "not JSON ".repeat(2000));
  }

  @Test
  void aFrameOf65536BytesIsRefusedAndTheConnectionStays() {
    refused("message_too_large", message(65_536, "x"));
    refused("message_too_large", message(65_536, "汉"));
  }

  @Test
  void fragmentsTogetherUpToTheBoundAreRefusedAndTheConnectionStays() {
    String piece = "x".repeat(16_384);
    mallory.sendFragments(piece, piece, piece, piece);
    mallory.expectError("message_too_large");
    unnoticed();
  }

  @Test
  void aMessageInManyTinyFragmentsIsOneMessage() {
    mallory.sendFragments("{\"type\":\"message\",\"content\":\"tiny\"}".split("", -1));
    assertEquals("tiny", witness.expect("message").getString("content"));
  }
}
