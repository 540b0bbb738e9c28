package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.image.BadImage.Fault;
import chatroom.testing.Images;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every kind of picture. */
class CleanCopyTest {
  static Stream<Arguments> pictures() {
    return Stream.of(
        Arguments.of(ImageType.PNG, Images.png()),
        Arguments.of(ImageType.JPEG, Images.jpeg()),
        Arguments.of(ImageType.JPEG, Images.resource("described.jpg")),
        Arguments.of(ImageType.GIF, Images.gif()),
        Arguments.of(ImageType.GIF, Images.movingGif(3)),
        Arguments.of(ImageType.WEBP, Images.resource("lossy.webp")),
        Arguments.of(ImageType.WEBP, Images.resource("lossless.webp")),
        Arguments.of(ImageType.WEBP, Images.resource("described.webp")),
        Arguments.of(ImageType.WEBP, Images.resource("moving.webp")));
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void aPictureIsKnownByWhatIsInIt(ImageType type, byte[] file) {
    Picture picture = Copies.of(file).picture();

    assertEquals(type, picture.type());
    int shorter = Math.min(picture.width(), picture.height());
    int longer = Math.max(picture.width(), picture.height());
    assertEquals(Images.HEIGHT + "x" + Images.WIDTH, shorter + "x" + longer);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void aCopyOfACopyIsTheSame(ImageType type, byte[] file) {
    byte[] copy = Copies.of(file).file();

    assertArrayEquals(copy, Copies.of(copy).file());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void whatComesAfterItsEndIsLeftOut(ImageType type, byte[] file) {
    byte[] polyglot = Images.joined(file, "PK\3\4<script>alert(1)</script>".getBytes(UTF_8));

    assertArrayEquals(Copies.of(file).file(), Copies.of(polyglot).file());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void noneIsTakenThatEndsTooEarly(ImageType type, byte[] file) {
    byte[] copy = Copies.of(file).file();
    for (int length = 0; length < copy.length; length++) {
      Fault fault = Copies.fault(Arrays.copyOf(copy, length));
      assertTrue(fault == Fault.BROKEN || (fault == Fault.OTHER_TYPE && length < 12), "" + length);
    }
  }

  /** Whatever is done to a file, it is copied or refused; and what is copied can be copied. */
  @ParameterizedTest
  @MethodSource("pictures")
  void whatIsSpoiltByChanceIsCopiedSafelyOrRefused(ImageType type, byte[] file) {
    Random random = new Random(5);
    int taken = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] spoilt = file.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }
      taken += isTaken(spoilt) ? 1 : 0;
    }
    assertTrue(taken < 2_000, "something is refused");
  }

  private static boolean isTaken(byte[] file) {
    try {
      byte[] copy = Copies.make(file).file();
      assertArrayEquals(copy, Copies.of(copy).file());
      return true;
    } catch (BadImage refused) {
      assertFalse(refused.text().isEmpty());
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<?xml version='1.0'?><svg/>",
        "<!doctype html><script>alert(1)</script>",
        "GIF88a",
        "GIF89",
        " GIF89a",
        "\u0089PNG\n\u001A\n",
        "\u00FF\u00D8\u00FE",
        "BM\0\0\0\0",
        "II*\0",
        "MM\0*",
        "%PDF-1.7",
        "RIFF\4\0\0\0WAVE",
        "\0\0\0 ftypavif",
        "PK\3\4",
        "\u007FELF",
      })
  void whatIsSomethingElseIsRefusedAsThat(String text) {
    assertEquals(Fault.OTHER_TYPE, Copies.fault(text.getBytes(ISO_8859_1)));
  }

  @Test
  void whatOnlyBeginsLikeAPictureIsBroken() {
    for (String text :
        new String[] {
          "\u0089PNG\r\n\u001A\n<script>alert(1)</script>",
          "\u00FF\u00D8\u00FF<script>alert(1)</script>",
          "GIF89a=1;alert(1)/*",
          "RIFF\u00FF\u00FF\u00FF\u007FWEBP<script>alert(1)</script>"
        }) {
      Fault fault = Copies.fault(text.getBytes(ISO_8859_1));
      assertTrue(fault == Fault.BROKEN || fault == Fault.TOO_MANY_PIXELS, text);
    }
  }
}
