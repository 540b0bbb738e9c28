package chatroom.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
  private static final int ROUNDS = 2_000;

  private final WireCodec codec = new WireCodec();

  /** A text of characters of every size, surrogates paired and lone among them if wanted. */
  private static String text(Random random, boolean lone) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(lone ? 7 : 6)) {
        case 0 -> text.append((char) random.nextInt(0x20));
        case 1 -> text.append((char) (0x20 + random.nextInt(0x60)));
        case 2 -> text.append((char) (0x80 + random.nextInt(0x780)));
        case 3 -> text.append((char) (0x800 + random.nextInt(0xd000)));
        case 4 -> text.append((char) (0xe000 + random.nextInt(0x2000)));
        case 5 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
        default -> text.append((char) (0xd800 + random.nextInt(0x800)));
      }
    }
    return text.toString();
  }

  /** As encoders count that write a lone surrogate in three bytes. */
  private static int counted(String text) {
    return text.codePoints()
        .map(
            c ->
                c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                    ? 3
                    : Character.toString(c).getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aLengthIsThatOfTheBytes(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random, false);

      assertEquals(text.getBytes(StandardCharsets.UTF_8).length, Utf8.length(text));
      assertEquals(false, Utf8.hasLoneSurrogate(text));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aLoneSurrogateCountsAsThreeBytes(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random, true);

      assertEquals(counted(text), Utf8.length(text));
      assertEquals(
          text.codePoints().anyMatch(c -> c >= 0xd800 && c < 0xe000), Utf8.hasLoneSurrogate(text));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTextIsNeverLargerOnTheWireThanItWasEstimated(long seed) {
    Random random = new Random(seed);
    int without = encodedBytes("");
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random, false);

      assertTrue(encodedBytes(text) - without <= JsonSize.of(text), () -> "\"" + text + "\"");
    }
  }

  @Test
  void anEstimateIsExactForOrdinaryText() {
    String text = "Grüße aus Köln, \"☕\" \\ 👍";

    assertEquals(encodedBytes(text) - encodedBytes(""), JsonSize.of(text));
  }

  @Test
  void aFrameKnowsItsSize() {
    assertEquals(8, Frame.of("ü👍ab").bytes());
  }

  private int encodedBytes(String ref) {
    return codec.encode(new SessionMessage.Pong(1, ref)).getBytes(StandardCharsets.UTF_8).length;
  }
}
