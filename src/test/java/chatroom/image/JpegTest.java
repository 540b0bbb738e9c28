package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.image.BadImage.Fault;
import chatroom.testing.Images;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpegTest {
  private static byte[] segment(int marker, String content) {
    byte[] bytes = content.getBytes(ISO_8859_1);
    return ByteBuffer.allocate(4 + bytes.length)
        .putShort((short) (0xFF00 | marker))
        .putShort((short) (2 + bytes.length))
        .put(bytes)
        .array();
  }

  private static byte[] with(byte[] segment) {
    byte[] file = Images.jpeg();
    return Images.joined(Arrays.copyOf(file, 2), segment, Arrays.copyOfRange(file, 2, file.length));
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY})
  void thePixelsStayTheSame(int kind) {
    byte[] file = Images.encoded(Images.picture(kind), "jpg");
    byte[] copy = Copies.of(file).file();

    assertArrayEquals(pixels(file), pixels(copy));
  }

  private static int[] pixels(byte[] file) {
    return Images.decoded(file).getRGB(0, 0, Images.WIDTH, Images.HEIGHT, null, 0, Images.WIDTH);
  }

  @Test
  void whereAndByWhomItWasTakenIsLeftOutAndHowToTurnItStays() {
    byte[] file = Images.resource("described.jpg");
    assertTrue(Images.mentions(file, "SecretCam") && Images.mentions(file, "SecretCity"));
    Copies.Copy copy = Copies.of(file);

    assertFalse(Images.mentions(copy.file(), "Secret"));
    assertFalse(Images.mentions(copy.file(), "http"), "no XMP");
    assertTrue(Images.mentions(copy.file(), new String(Exif.only(6), ISO_8859_1)));
    assertEquals(
        new Picture(ImageType.JPEG, /* width= */ Images.HEIGHT, /* height= */ Images.WIDTH),
        copy.picture());
    assertArrayEquals(pixels(file), pixels(copy.file()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xE1, 0xE2, 0xE3, 0xEB, 0xED, 0xEE, 0xEF, 0xFE, 0xE0})
  void whatIsNotNeededIsLeftOut(int marker) {
    byte[] copy = Copies.of(with(segment(marker, "Secret<script>"))).file();

    assertArrayEquals(Copies.of(Images.jpeg()).file(), copy);
  }

  @Test
  void aProfileOfItsColoursStays() {
    byte[] file = with(segment(0xE2, "ICC_PROFILE\0\1\1profile"));
    assertTrue(Images.mentions(Copies.of(file).file(), "ICC_PROFILE\0\1\1profile"));
  }

  @Test
  void aThumbnailIsLeftOut() {
    byte[] file = with(segment(0xE0, "JFIF\0\1\2\0\0\1\0\1\1\1abc"));
    byte[] copy = Copies.of(file).file();

    assertFalse(Images.mentions(copy, "abc"));
    assertTrue(Images.mentions(copy, "\0\20JFIF\0\1\2\0\0\1\0\1\0\0\u00FF"));
  }

  @Test
  void hugeOnesAreRefusedByTheirHeader() {
    byte[] file = Images.jpeg();
    int frame = new String(file, ISO_8859_1).indexOf("\u00FF\u00C0");
    ByteBuffer.wrap(file).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);
    assertEquals(Fault.TOO_MANY_PIXELS, Copies.fault(file));
    ByteBuffer.wrap(file).putShort(frame + 5, (short) 0);
    Copies.assertBroken(file);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xC3, 0xC9, 0xCA, 0xD8, 0xD0, 0x01, 0xDC, 0xF0})
  void whatBrowsersDoNotShowIsBroken(int marker) {
    Copies.assertBroken(with(segment(marker, "\10\0\20\0\20\1\1\21\0")));
  }

  @Test
  void whatIsNotWhereItBelongsIsBroken() {
    byte[] file = Images.jpeg();
    String text = new String(file, ISO_8859_1);
    int frame = text.indexOf("\u00FF\u00C0");
    int scan = text.indexOf("\u00FF\u00DA");
    byte[] header = Arrays.copyOfRange(file, frame, frame + 19);

    Copies.assertBroken(with(header));
    Copies.assertBroken(Images.joined(Arrays.copyOf(file, scan), new byte[] {-1, (byte) 0xD9}));
    Copies.assertBroken(
        Images.joined(
            Arrays.copyOf(file, frame), Arrays.copyOfRange(file, frame + 19, file.length)));
    Copies.assertBroken(with(Images.joined(segment(0xFE, ""), "x".getBytes(ISO_8859_1))));
    Copies.assertBroken(with(new byte[] {-1, (byte) 0xFE, 0, 1}));
  }

  @Test
  void aPictureOfVeryManyPassesIsRefused() {
    byte[] file = Images.jpeg();
    int scan = new String(file, ISO_8859_1).indexOf("\u00FF\u00DA");
    byte[] start = Arrays.copyOf(file, scan);
    byte[] pass = segment(0xDA, "\1\1\0\0\77\0");
    byte[] end = {-1, (byte) 0xD9};
    byte[][] passes = new byte[100][];
    Arrays.fill(passes, pass);

    Copies.of(Images.joined(start, Images.joined(passes), end));
    Copies.assertBroken(Images.joined(start, Images.joined(passes), pass, end));
  }
}
