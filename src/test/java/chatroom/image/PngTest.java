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

class PngTest {
  private static final byte[] END = Images.pngChunk("IEND", new byte[0]);
  private static final int HEADER_END = 33;
  private static final int ROW = 1 + 3 * Images.WIDTH;

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void thePixelsStayTheSame(int kind) {
    byte[] file = Images.encoded(Images.picture(kind), "png");
    BufferedImage before = Images.decoded(file);
    BufferedImage after = Images.decoded(Copies.of(file).file());

    assertEquals(before.getType(), after.getType());
    assertArrayEquals(pixels(before), pixels(after));
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(0, 0, Images.WIDTH, Images.HEIGHT, null, 0, Images.WIDTH);
  }

  private static byte[] with(byte[]... chunks) {
    byte[] file = Images.png();
    return Images.joined(
        Arrays.copyOf(file, HEADER_END),
        Images.joined(chunks),
        Arrays.copyOfRange(file, HEADER_END, file.length));
  }

  private static byte[] text(String type) {
    return Images.pngChunk(type, "Secret\0<script>".getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tEXt", "zTXt", "iTXt", "tIME", "pHYs", "eXIf", "acTL", "fdAT", "abCd"})
  void whatDescribesItIsLeftOut(String type) {
    byte[] copy = Copies.of(with(text(type))).file();

    assertFalse(Images.mentions(copy, "Secret"));
    assertArrayEquals(Copies.of(Images.png()).file(), copy);
  }

  @Test
  void whatItsColoursNeedStays() {
    byte[] gamma = Images.pngChunk("gAMA", new byte[] {0, 0, (byte) 177, (byte) 143});
    byte[] file = with(gamma, Images.pngChunk("sRGB", new byte[] {0}));

    assertArrayEquals(file, Copies.of(file).file());
  }

  @Test
  void howToTurnItStaysAndNothingElseOfItsExif() {
    byte[] exif = exif();
    Copies.Copy copy = Copies.of(with(Images.pngChunk("eXIf", exif)));

    assertFalse(Images.mentions(copy.file(), "Secret"));
    assertTrue(Images.mentions(copy.file(), new String(Exif.only(6), ISO_8859_1)));
    assertEquals(
        new Picture(ImageType.PNG, /* width= */ Images.HEIGHT, /* height= */ Images.WIDTH),
        copy.picture());
    assertEquals(copy.picture(), Copies.of(copy.file()).picture());
  }

  private static byte[] exif() {
    return Images.joined(Exif.only(6), "SecretPlace".getBytes(ISO_8859_1));
  }

  @Test
  void onlyAPictureOfFortyMillionPixelsIsTakenAndNotOneMore() {
    assertEquals(
        new Picture(ImageType.PNG, 40_000_000, 1),
        Copies.of(Images.pngOfZeros(40_000_000, 1, 120_000_001)).picture());
    assertEquals(Fault.TOO_MANY_PIXELS, Copies.fault(Images.pngOfZeros(40_000_001, 1, 1)));
    assertEquals(Fault.TOO_MANY_PIXELS, Copies.fault(Images.pngOfZeros(7_000, 7_000, 1)));
    assertEquals(
        Fault.TOO_MANY_PIXELS,
        Copies.fault(Images.pngOfZeros(Integer.MAX_VALUE, Integer.MAX_VALUE, 1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void onlyAPictureThatHasPixelsIsTaken(int width) {
    Copies.assertBroken(Images.pngOfZeros(width, 1, 1));
    Copies.assertBroken(Images.pngOfZeros(1, width, 1));
  }

  @Test
  void itsPixelsAreAsManyAsItSays() {
    long all = (long) ROW * Images.HEIGHT;
    Copies.of(Images.pngOfZeros(Images.WIDTH, Images.HEIGHT, all));
    Copies.assertBroken(Images.pngOfZeros(Images.WIDTH, Images.HEIGHT, all - 1));
    Copies.assertBroken(Images.pngOfZeros(Images.WIDTH, Images.HEIGHT, all + 1));
  }

  @Test
  void whatUnpacksToVeryMuchIsStopped() {
    byte[] bomb = Images.pngOfZeros(1, 1, 300_000_000);

    assertTrue(bomb.length < 400_000, "a small file");
    Copies.assertBroken(bomb);
  }

  @Test
  void theRowsOfAllPassesOfAnInterlacedOneAreCounted() {
    byte[] header =
        Images.pngChunk(
            "IHDR",
            ByteBuffer.allocate(13).putInt(3).putInt(3).put(new byte[] {8, 0, 0, 0, 1}).array());
    byte[] pixels = Images.pngOfZeros(3, 3, 9 + 7);
    byte[] packed = Arrays.copyOfRange(pixels, HEADER_END, pixels.length);
    // 1, 1 in pass four, 2 in five, 2 in six and 3 in seven; rows: 1, 1, 1, 2, 1.
    assertEquals(
        3, Copies.of(Images.joined(signature(), header, rezeroed(9 + 6))).picture().width());
    Copies.assertBroken(Images.joined(signature(), header, packed));
  }

  private static byte[] rezeroed(long zeros) {
    byte[] file = Images.pngOfZeros(1, 1, zeros);
    return Arrays.copyOfRange(file, HEADER_END, file.length);
  }

  private static byte[] signature() {
    return Images.pngOf();
  }

  @Test
  void aWrongChecksumIsBroken() {
    byte[] file = Images.png();
    file[HEADER_END - 1]++;
    Copies.assertBroken(file);
  }

  @Test
  void whatIsNotWhereItBelongsIsBroken() {
    byte[] file = Images.png();
    byte[] header = Arrays.copyOfRange(file, 8, HEADER_END);
    byte[] pixels = Arrays.copyOfRange(file, HEADER_END, file.length - END.length);

    Copies.assertBroken(Images.pngOf(header, END));
    Copies.assertBroken(Images.pngOf(pixels, header, END));
    Copies.assertBroken(Images.pngOf(header, header, pixels, END));
    Copies.assertBroken(Images.pngOf(header, pixels, text("tEXt"), pixels, END));
    Copies.assertBroken(Images.pngOf(header, Images.pngChunk("CgBI", new byte[4]), pixels, END));
    Copies.assertBroken(Images.pngOf(header, pixels, Images.pngChunk("IEND", new byte[1])));
    Copies.assertBroken(Images.pngOf(header, Images.pngChunk("gAMA", new byte[5]), pixels, END));
  }

  @Test
  void whatMayComeOnceComesOnce() {
    byte[] rendering = Images.pngChunk("sRGB", new byte[] {0});
    Copies.of(with(rendering));
    Copies.assertBroken(with(rendering, rendering));
  }

  @Test
  void aChunkOfMoreThanThereIsEndsTooEarly() {
    byte[] huge = Images.pngChunk("tEXt", new byte[8]);
    ByteBuffer.wrap(huge).putInt(Integer.MAX_VALUE);
    Copies.assertBroken(with(huge));
    ByteBuffer.wrap(huge).putInt(-1);
    Copies.assertBroken(with(huge));
  }
}
