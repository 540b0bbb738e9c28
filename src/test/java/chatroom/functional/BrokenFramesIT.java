package chatroom.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.Eventually;
import chatroom.testing.RawSocket;
import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are no WebSocket, or too many of them, end their own connection and no other. */
final class BrokenFramesIT {
  private static final int PROTOCOL_ERROR = 1002;
  private static final int NOT_CONSISTENT = 1007;
  private static final int TOO_BIG = 1009;

  /** What the containers say to a length that no frame has; Tyrus calls it its own failure. */
  private static final List<Integer> ENDED_BY_THE_CONTAINER =
      List.of(TOO_BIG, PROTOCOL_ERROR, 1011, TestClient.BROKEN);

  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  private TestClient witness;
  private RawSocket mallory;

  /**
   * What mallory hears last is what a room tells, for which a thread waits. Tomcat drops the close
   * frame now and then if the peer is at fault just while an answer is being completed.
   */
  @BeforeEach
  void twoAreInTheRoom() {
    witness = CHAT.join();
    mallory = CHAT.socket().upgraded().greeted();
    witness.expect("join");
    witness.say("welcome");
    assertEquals("welcome", mallory.take().getString("content"));
    Eventually.until("nothing is being sent", () -> CHAT.server().sending().isEmpty());
  }

  private void endsWith(int code) {
    assertEquals(code, mallory.closeCode());
    leftAndNothingElse();
  }

  private void leftAndNothingElse() {
    witness.expect("leave");
    witness.expectNothing();
  }

  static Stream<byte[]> noUtf8() {
    return Stream.of(
        bytes(0xC3, 0x28),
        bytes(0xFF),
        bytes(0xED, 0xA0, 0x80),
        bytes(0xC0, 0x80),
        bytes(0xF4, 0x90, 0x80, 0x80),
        bytes(0xE6, 0xB1));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("noUtf8")
  void whatIsNotUtf8ClosesWith1007(byte[] bytes) {
    mallory.send(RawSocket.TEXT, true, bytes);
    endsWith(NOT_CONSISTENT);
  }

  @Test
  void aCharacterMayBeCutByAFragment() {
    byte[] frame = "{\"type\":\"message\",\"content\":\"汉\"}".getBytes(UTF_8);
    int middle = frame.length - 4;
    mallory.send(RawSocket.TEXT, false, Arrays.copyOf(frame, middle));
    mallory.send(RawSocket.CONTINUATION, true, Arrays.copyOfRange(frame, middle, frame.length));
    assertEquals("汉", witness.expect("message").getString("content"));
  }

  @Test
  void aFrameOf65537BytesClosesWith1009() {
    mallory.sendAsFarAsTaken(RawSocket.TEXT, "x".repeat(65_537).getBytes(UTF_8));
    endsWith(TOO_BIG);
  }

  @Test
  void twoMebibytesCloseWith1009() {
    mallory.sendAsFarAsTaken(RawSocket.TEXT, "x".repeat(2 << 20).getBytes(UTF_8));
    endsWith(TOO_BIG);
  }

  @Test
  void fragmentsTogetherOverTheBoundCloseWith1009() {
    byte[] piece = "x".repeat(16_384).getBytes(UTF_8);
    mallory.send(RawSocket.TEXT, false, piece);
    mallory.send(RawSocket.CONTINUATION, false, piece);
    mallory.send(RawSocket.CONTINUATION, false, piece);
    mallory.send(RawSocket.CONTINUATION, false, piece);
    mallory.sendAsFarAsTaken(RawSocket.CONTINUATION, "x".getBytes(UTF_8));
    endsWith(TOO_BIG);
  }

  @Test
  void fragmentsWithoutEndCloseWith1009() {
    byte[] piece = "x".repeat(1024).getBytes(UTF_8);
    try {
      mallory.send(RawSocket.TEXT, false, piece);
      for (int i = 0; i < 20_000; i++) {
        mallory.send(RawSocket.CONTINUATION, false, piece);
      }
    } catch (UncheckedIOException refused) {
      // Nobody listens any more, which is right; that the rest is read and dropped is right too.
    }
    endsWith(TOO_BIG);
  }

  @Test
  void aBinaryFrameOverTheBoundClosesWith1009() {
    mallory.sendAsFarAsTaken(RawSocket.BINARY, new byte[65_537]);
    endsWith(TOO_BIG);
  }

  @Test
  void anEndlessFrameIsNotWaitedForInMemory() {
    mallory.announce(1L << 40);
    byte[] piece = new byte[65_536];
    try {
      for (int i = 0; i < 128; i++) {
        mallory.write(piece);
      }
    } catch (UncheckedIOException refused) {
      // Refused at once is right too.
    }
    int code = mallory.closeCode();
    assertTrue(ENDED_BY_THE_CONTAINER.contains(code), "code " + code);
    leftAndNothingElse();
  }

  @Test
  void emptyFragmentsWithoutEndHarmNobodyElse() {
    mallory.send(RawSocket.TEXT, false, new byte[0]);
    for (int i = 0; i < 1000; i++) {
      mallory.send(RawSocket.CONTINUATION, false, new byte[0]);
    }
    witness.expectNothing();
    mallory.send(RawSocket.CONTINUATION, true, "{\"type\":\"ping\"}".getBytes(UTF_8));
    assertEquals("pong", mallory.take().getString("type"));
  }

  @Test
  void anUnmaskedFrameIsAProtocolErrorOrPayaraTakesItForWhatItSays() {
    mallory.sendUnmasked("{\"type\":\"ping\"}");
    if (ChatServer.onPayara()) {
      assertEquals("pong", mallory.take().getString("type"));
      witness.expectNothing();
    } else {
      endsWith(PROTOCOL_ERROR);
    }
  }

  @Test
  void aReservedOpcodeIsAProtocolError() {
    mallory.send(3, true, new byte[] {1});
    endsWith(PROTOCOL_ERROR);
  }

  @Test
  void aContinuationOfNothingIsAProtocolError() {
    mallory.send(RawSocket.CONTINUATION, true, new byte[] {'x'});
    endsWith(PROTOCOL_ERROR);
  }

  @Test
  void aControlFrameInsideAMessageIsAnswered() {
    mallory.send(RawSocket.TEXT, false, "{\"type\":\"message\",".getBytes(UTF_8));
    mallory.send(RawSocket.PING, true, new byte[] {7});
    mallory.send(RawSocket.CONTINUATION, true, "\"content\":\"x\"}".getBytes(UTF_8));
    assertEquals("x", witness.expect("message").getString("content"));
  }

  @Test
  void aConnectionThatEndsInsideAMessageHasSaidNothing() {
    mallory.send(RawSocket.TEXT, false, "{\"type\":\"message\",\"content\":\"x\"}".getBytes(UTF_8));
    mallory.close();
    leftAndNothingElse();
  }

  @Test
  void halfAHandshakeIsNobody() {
    try (RawSocket half = CHAT.socket()) {
      half.write("GET /chat/ws HTTP/1.1\r\nHost: localhost\r\nUpgr".getBytes(UTF_8));
      witness.expectNothing();
    }
    witness.expectNothing();
  }

  @Test
  void anEmptyCloseIsAGoodbyeToo() {
    mallory.send(RawSocket.CLOSE, true, new byte[0]);
    leftAndNothingElse();
  }
}
