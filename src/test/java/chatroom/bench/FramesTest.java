package chatroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as RFC 6455 has them, both ways. */
final class FramesTest {
  /** Writes down what it is told. */
  private static final class Recording implements ServerFrames.Ear {
    private final List<String> told = new ArrayList<>();

    @Override
    public void part(byte[] in, int from, int to, boolean first, boolean last) {
      told.add((first ? "first " : "") + (last ? "last " : "") + text(in, from, to));
    }

    @Override
    public void ping(byte[] in, int from, int to) {
      told.add("ping " + text(in, from, to));
    }

    @Override
    public void close(int code) {
      told.add("close " + code);
    }

    private static String text(byte[] in, int from, int to) {
      return new String(in, from, to - from, UTF_8);
    }
  }

  private final Recording ear = new Recording();

  private static byte[] hex(String bytes) {
    return HexFormat.of().parseHex(bytes.replace(" ", ""));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  @Test
  void aClientMasksAsTheExampleOfTheStandard() {
    assertArrayEquals(
        hex("81 85 37 fa 21 3d 7f 9f 4d 51 58"),
        bytes(ClientFrames.of(ClientFrames.TEXT, "Hello".getBytes(UTF_8), 0x37fa213d)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 125, 126, 65_535, 65_536})
  void aLengthIsSaidInItsShortestForm(int length) {
    byte[] frame = bytes(ClientFrames.of(ClientFrames.TEXT, new byte[length], 0));
    int head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
    assertEquals(head + 4 + length, frame.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 125, 126, 65_535, 65_536})
  void aFrameOfAnyLengthIsHeardWhenItIsWhole(int length) {
    byte[] frame = FloorPeer.frame("x".repeat(length).getBytes(UTF_8));

    assertEquals(0, ServerFrames.read(frame, 0, frame.length - 1, ear));
    assertEquals(List.of(), ear.told);
    assertEquals(frame.length, ServerFrames.read(frame, 0, frame.length, ear));
    assertEquals(List.of("first last " + "x".repeat(length)), ear.told);
  }

  @Test
  void whatIsNotWholeIsLeft() {
    byte[] in = hex("81 01 61  81 02 62");
    assertEquals(3, ServerFrames.read(in, 0, in.length, ear));
    assertEquals(List.of("first last a"), ear.told);
  }

  @Test
  void aPingIsHeardBetweenTheParts() {
    byte[] in = hex("01 01 61  89 01 70  80 01 62  8a 00  82 01 63  88 02 0fa8");
    assertEquals(in.length, ServerFrames.read(in, 0, in.length, ear));
    assertEquals(List.of("first a", "ping p", "last b", "first last c", "close 4008"), ear.told);
  }

  @Test
  void aCloseWithoutACodeIs1005() {
    byte[] in = hex("88 00");
    ServerFrames.read(in, 0, in.length, ear);
    assertEquals(List.of("close 1005"), ear.told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"81 81 00000000 61", "c1 01 61", "83 00", "81 7f 8000000000000001"})
  void aServerThatBreaksTheStandardIsFoundOut(String frame) {
    byte[] in = hex(frame);
    assertThrows(IllegalStateException.class, () -> ServerFrames.read(in, 0, in.length, ear));
  }
}
