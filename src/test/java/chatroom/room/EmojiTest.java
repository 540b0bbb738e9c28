package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
  /** Thumb, dark thumb, family, flags of a country, of a rainbow and of Wales, keycap, couple. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDC4D",
        "\uD83D\uDC4D\uD83C\uDFFF",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66",
        "\uD83C\uDDEB\uD83C\uDDF7",
        "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73\uDB40\uDC7F",
        "1\uFE0F\u20E3",
        "\uD83D\uDC69\uD83C\uDFFB\u200D\u2764\uFE0F\u200D\uD83D\uDC8B\u200D\uD83D\uDC68\uD83C\uDFFF",
        "\uD83E\uDDD1\uD83C\uDFFD\u200D\u2695\uFE0F",
        "\u2764\uFE0F",
        "\u261D\uD83C\uDFFB",
        "\u2728",
        "\u25A0",
      })
  void onePictureStaysAsItIs(String emoji) throws Rejection {
    assertEquals(emoji, Emoji.parse(emoji));
  }

  @Test
  void howItIsToBeDrawnMakesNoOtherEmojiOfIt() throws Rejection {
    assertEquals("\u2764\uFE0F", Emoji.parse("\u2764"));
    assertEquals("\u2764\uFE0F", Emoji.parse("\u2764\uFE0E"));
    assertEquals("\uD83D\uDC4D", Emoji.parse("\uD83D\uDC4D\uFE0F"));
    assertEquals("1\uFE0F\u20E3", Emoji.parse("1\u20E3"));
    assertEquals("\u261D\uD83C\uDFFB", Emoji.parse("\u261D\uFE0F\uD83C\uDFFB"));
    assertEquals(
        "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08", Emoji.parse("\uD83C\uDFF3\u200D\uD83C\uDF08"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "1",
        "1\uFE0F",
        "\uD83D\uDC4D\u0301",
        "\uD83D\uDC4D\u20E0",
        "\uD83D\uDC4D\uFE0F\uFE0F",
        "\uD83D\uDC4D\u200D",
        "\uD83D\uDC4D\u200Da",
        "\uD83D\uDC4D\uD83D\uDC4D",
        "\uD83D\uDC4D\uD83C\uDFFF\uD83C\uDFFF",
        "\uD83D\uDC4D\uDB40\uDC67",
        "\u200D\uD83D\uDC4D",
        "\uFE0F",
        "\u2764\u0301",
      })
  void whatIsMoreOrLessThanOnePictureIsRefused(String text) {
    assertEquals(
        Code.INVALID_FORMAT, assertThrows(Rejection.class, () -> Emoji.parse(text)).code());
  }

  @Test
  void marksAreNotStackedOnAPicture() {
    String text = "\uD83D\uDC4D" + "\u0301".repeat(30);
    assertThrows(Rejection.class, () -> Emoji.parse(text));
  }

  @Test
  void whatIsTooLongIsRefusedHoweverItIsMadeUp() {
    String family = "\uD83D\uDC68" + "\u200D\uD83D\uDC68".repeat(9);
    assertThrows(Rejection.class, () -> Emoji.parse(family));
    String hearts = "\u2764" + "\u200D\u2764".repeat(9);
    assertThrows(Rejection.class, () -> Emoji.parse(hearts));
    assertThrows(Rejection.class, () -> Emoji.parse("\uD83D\uDC68".repeat(100_000)));
  }
}
