package chatroom.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.wire.Utf8;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextAssemblyTest {
  private static final int MAX_BYTES = 8;

  private final TextAssembly assembly = new TextAssembly(MAX_BYTES);

  @Test
  void partsBecomeOneTextAndTheNextBeginsAnew() {
    assembly.add("ab");
    assembly.add("");
    assembly.add("c");
    assertEquals("abc", assembly.take());
    assembly.add("d");
    assertEquals("d", assembly.take());
  }

  @Test
  void aTextOfNothingIsAText() {
    assertEquals(0, assembly.add(""));
    assertEquals("", assembly.take());
  }

  @Test
  void aTextMayBeAsLargeAsItMayBeAndNoLarger() {
    assertEquals(8, assembly.add("12345678"));
    assertFalse(assembly.isTooLarge());
    assertEquals(9, assembly.add("9"));
    assertTrue(assembly.isTooLarge());
  }

  @Test
  void bytesAreCountedAndNotCharacters() {
    assembly.add("ü☕");
    assertEquals(9, assembly.add("👍"));
    assertTrue(assembly.isTooLarge());
  }

  @Test
  void aPairThatIsSplitOverPartsCountsAsOneCharacter() {
    assembly.add("ab\uD83D");
    assembly.add("");
    assertEquals(6, assembly.add("\uDC4D"));
    assertEquals("ab👍", assembly.take());
  }

  @Test
  void aPairAtTheVeryEndOfWhatFitsInFitsIn() {
    assembly.add("1234\uD83D");
    assembly.add("\uDC4D");

    assertFalse(assembly.isTooLarge());
    assertEquals("1234👍", assembly.take());
  }

  @Test
  void halvesThatAreNoPairAreNotTakenForOne() {
    assembly.add("\uD83D");
    assertEquals(6, assembly.add("\uD83D"));
    assembly.take();
    assembly.add("\uDC4D");
    assertEquals(6, assembly.add("\uDC4D"));
  }

  @Test
  void aHalfIsNotJoinedAcrossTwoTexts() {
    assembly.add("a\uD83D");
    assembly.take();

    assertEquals(3, assembly.add("\uDC4D"));
  }

  @Test
  void ofATextThatIsTooLargeNothingIsKeptAndTheNextIsWhole() {
    assembly.add("1234567890123456");
    assembly.add("x");
    assertTrue(assembly.isTooLarge());
    assertEquals("", assembly.take());

    assembly.add("ok");
    assertFalse(assembly.isTooLarge());
    assertEquals("ok", assembly.take());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void howeverATextIsCutItsSizeIsThatOfTheWhole(long seed) {
    Random random = new Random(seed);
    TextAssembly wide = new TextAssembly(10_000);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        text.appendCodePoint(random.nextBoolean() ? 0x1F44D : 'a' + random.nextInt(0x200));
      }
      int size = 0;
      for (int at = 0; at < text.length(); ) {
        int to = Math.min(text.length(), at + random.nextInt(4));
        size = wide.add(text.substring(at, to));
        at = to;
      }

      assertEquals(Utf8.length(text), size);
      assertEquals(text.toString(), wide.take());
    }
  }
}
