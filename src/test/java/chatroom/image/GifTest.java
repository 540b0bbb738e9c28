package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.image.BadImage.Fault;
import chatroom.testing.Images;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GifTest {
  /** A picture of one pixel, without a table of colours. */
  private static final String PIXEL = ",\0\0\0\0\1\0\1\0\0\2\2D\1\0";

  private static byte[] gif(String blocks) {
    return ("GIF89a\1\0\1\0\0\0\0" + blocks + ";").getBytes(ISO_8859_1);
  }

  @Test
  void allFramesStayTheSame() throws IOException {
    byte[] file = Images.movingGif(5);
    byte[] copy = Copies.of(file).file();

    for (int frame = 0; frame < 5; frame++) {
      assertArrayEquals(pixels(file, frame), pixels(copy, frame));
    }
  }

  private static int[] pixels(byte[] file, int frame) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      assertEquals(5, reader.getNumImages(true));
      BufferedImage picture = reader.read(frame);
      return picture.getRGB(0, 0, Images.WIDTH, Images.HEIGHT, null, 0, Images.WIDTH);
    } finally {
      reader.dispose();
    }
  }

  @Test
  void howItMovesStaysAndCommentsAreLeftOut() {
    byte[] file = Images.movingGif(2);
    assertTrue(Images.mentions(file, "SecretComment"));
    byte[] copy = Copies.of(file).file();

    assertFalse(Images.mentions(copy, "SecretComment"));
    assertTrue(Images.mentions(copy, "!\u00FF\13NETSCAPE2.0\3\1\0\0\0"));
    assertTrue(Images.mentions(copy, "!\u00F9\4"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!\u00FE\6Secret\0",
        "!\u00FE\0",
        "!\1\14abcdefghijkl\6Secret\0",
        "!\u00FF\13XMP DataXMP\6Secret\0",
        "!\u00FF\13NETSCAPE2.0\6Secret\0",
        "!\u00FF\13NETSCAPE2.0\0",
        "!\u0000\1a\6Secret\0",
        "!\u00F9\5abcde\0",
      })
  void whatIsNotNeededIsLeftOut(String block) {
    assertArrayEquals(gif(PIXEL), Copies.of(gif(block + PIXEL)).file());
    assertArrayEquals(gif(PIXEL), Copies.of(gif(PIXEL + block)).file());
  }

  @Test
  void whatHangsOnToALoopIsLeftOut() {
    String loop = "!\u00FF\13NETSCAPE2.0\3\1\0\0";
    assertArrayEquals(gif(loop + "\0" + PIXEL), Copies.of(gif(loop + "\3abc\0" + PIXEL)).file());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x" + PIXEL,
        ",\0\0\0\0\0\0\1\0\0\2\2D\1\0",
        ",\0\0\0\0\1\0\1\0\0\14\2D\1\0",
        ",\0\0\0\0\1\0\1\0\0\0\2D\1\0",
      })
  void whatIsNoPictureIsBroken(String blocks) {
    Copies.assertBroken(gif(blocks));
  }

  @Test
  void hugeOnesAreRefusedByTheirHeader() {
    byte[] file = gif(PIXEL);
    Arrays.fill(file, 6, 10, (byte) 0xFF);
    assertEquals(Fault.TOO_MANY_PIXELS, Copies.fault(file));
    assertEquals(
        Fault.TOO_MANY_PIXELS, Copies.fault(gif(",\0\0\0\0\u00FF\u00FF\u00FF\u00FF\0\2\2D\1\0")));
  }

  @Test
  void allItsFramesTogetherHaveABound() {
    byte[] frames = PIXEL.repeat(250).getBytes(ISO_8859_1);
    byte[] file = Images.joined(gif(""), frames, new byte[] {';'});
    byte[] screen = "\u00D0\7\u00D0\7".getBytes(ISO_8859_1);
    System.arraycopy(screen, 0, file, 6, 4);
    file[13] = ',';
    byte[] atTheBound = Images.joined(Arrays.copyOf(file, 13), frames, new byte[] {';'});

    Copies.of(atTheBound);
    assertEquals(
        Fault.TOO_MANY_PIXELS,
        Copies.fault(
            Images.joined(
                Arrays.copyOf(file, 13), frames, PIXEL.getBytes(ISO_8859_1), new byte[] {';'})));
  }
}
