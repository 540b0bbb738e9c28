package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.image.BadImage.Fault;
import chatroom.testing.Images;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpTest {
  private static final int FLAGS_AT = 20;

  private static ByteBuffer buffer(byte[] file) {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] chunk = new byte[8 + content.length + content.length % 2];
    buffer(chunk).put(type.getBytes(ISO_8859_1)).putInt(content.length).put(content);
    return chunk;
  }

  private static byte[] webp(byte[]... chunks) {
    byte[] all = Images.joined(chunks);
    byte[] head = new byte[12];
    buffer(head)
        .put("RIFF".getBytes(ISO_8859_1))
        .putInt(4 + all.length)
        .put("WEBP".getBytes(ISO_8859_1));
    return Images.joined(head, all);
  }

  private static byte[] canvas(int flags, int width, int height) {
    byte[] canvas = {
      (byte) flags,
      0,
      0,
      0,
      (byte) (width - 1),
      (byte) ((width - 1) >> 8),
      (byte) ((width - 1) >> 16),
      (byte) (height - 1),
      (byte) ((height - 1) >> 8),
      (byte) ((height - 1) >> 16)
    };
    return chunk("VP8X", canvas);
  }

  /** The only chunk of a picture that has but one. */
  private static byte[] pixels() {
    byte[] file = Images.resource("opaque.webp");
    return Arrays.copyOfRange(file, 12, file.length);
  }

  private static byte[] frame(int x, int width, byte[] inside) {
    byte[] head = new byte[16];
    buffer(head).putInt(0, x).putInt(6, width - 1).putInt(9, Images.HEIGHT - 1);
    return chunk("ANMF", Images.joined(head, inside));
  }

  /** The types of its chunks, and of those in frames. */
  private static String outline(byte[] file) {
    List<String> types = new ArrayList<>();
    ByteBuffer rest = buffer(file).position(12);
    while (rest.hasRemaining()) {
      byte[] type = new byte[4];
      rest.get(type);
      int length = rest.getInt();
      types.add(new String(type, ISO_8859_1).strip());
      boolean holds = types.get(types.size() - 1).equals("ANMF");
      rest.position(rest.position() + (holds ? 16 : length + length % 2));
    }
    return String.join(" ", types);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless.webp", "opaque.webp"})
  void whatHasNothingToHideStaysTheSame(String name) {
    assertArrayEquals(Images.resource(name), Copies.of(Images.resource(name)).file());
  }

  @Test
  void whereAndByWhomItWasTakenIsLeftOutAndHowToTurnItStays() {
    byte[] file = Images.resource("described.webp");
    assertEquals("VP8X VP8 EXIF XMP", outline(file));
    Copies.Copy copy = Copies.of(file);

    assertEquals("VP8X VP8 EXIF", outline(copy.file()));
    assertFalse(Images.mentions(copy.file(), "Secret"));
    assertTrue(Images.mentions(copy.file(), new String(Exif.only(6), ISO_8859_1)));
    assertEquals(0x08, copy.file()[FLAGS_AT]);
    assertEquals(copy.file().length - 8, buffer(copy.file()).getInt(4));
    assertEquals(
        new Picture(ImageType.WEBP, /* width= */ Images.HEIGHT, /* height= */ Images.WIDTH),
        copy.picture());
  }

  @Test
  void oneThatMovesKeepsItsFrames() {
    byte[] copy = Copies.of(Images.resource("moving.webp")).file();

    assertEquals("VP8X ANIM ANMF VP8 ANMF VP8 ANMF VP8 EXIF", outline(copy));
    assertFalse(Images.mentions(copy, "Secret"));
    assertEquals(0x02 | 0x08, copy[FLAGS_AT]);
  }

  @Test
  void whatIsNotKnownIsLeftOutAndItsFlagsAreCleared() {
    byte[] file =
        webp(
            canvas(0xFF & ~0x02, Images.WIDTH, Images.HEIGHT),
            chunk("ABCD", new byte[3]),
            pixels(),
            chunk("XMP ", new byte[5]),
            chunk("EXIF", new byte[7]));
    byte[] copy = Copies.of(file).file();

    assertEquals("VP8X VP8", outline(copy));
    assertEquals(0x10, copy[FLAGS_AT]);
  }

  @Test
  void aProfileOfItsColoursStays() {
    byte[] file =
        webp(canvas(0x20, Images.WIDTH, Images.HEIGHT), chunk("ICCP", new byte[3]), pixels());

    assertArrayEquals(file, Copies.of(file).file());
  }

  @Test
  void hugeOnesAreRefusedByTheirHeader() {
    assertEquals(Fault.TOO_MANY_PIXELS, Copies.fault(webp(canvas(0, 1 << 24, 1 << 24), pixels())));
    byte[] file = webp(pixels());
    buffer(file).putInt(26, 0x3FFF3FFF);
    assertEquals(Fault.TOO_MANY_PIXELS, Copies.fault(file));
  }

  @Test
  void allItsFramesTogetherHaveABound() {
    byte[] frame = frame(0, Images.WIDTH, pixels());
    byte[][] frames = new byte[26][];
    Arrays.fill(frames, frame);
    frames[0] = canvas(0x02, 40_000, 1_000);
    Copies.of(webp(frames));
    assertEquals(
        Fault.TOO_MANY_PIXELS, Copies.fault(Images.joined(webp(Images.joined(frames), frame))));
  }

  @Test
  void whatIsNotWhatItSaysIsBroken() {
    byte[] still = canvas(0, Images.WIDTH, Images.HEIGHT);
    byte[] moving = canvas(0x02, Images.WIDTH, Images.HEIGHT);
    byte[] frame = frame(0, Images.WIDTH, pixels());
    Copies.of(webp(moving, frame));

    Copies.assertBroken(webp());
    Copies.assertBroken(webp(chunk("ABCD", new byte[2])));
    Copies.assertBroken(webp(still));
    Copies.assertBroken(webp(moving));
    Copies.assertBroken(webp(still, pixels(), pixels()));
    Copies.assertBroken(webp(still, frame));
    Copies.assertBroken(webp(moving, pixels()));
    Copies.assertBroken(webp(canvas(0, Images.WIDTH + 1, Images.HEIGHT), pixels()));
    Copies.assertBroken(webp(chunk("VP8X", new byte[9]), pixels()));
    Copies.assertBroken(webp(chunk("VP8 ", new byte[10])));
    Copies.assertBroken(webp(chunk("VP8L", new byte[5])));
    Copies.assertBroken(webp(chunk("VP8L", new byte[4])));
  }

  @Test
  void aFrameIsWithinThePictureAndHoldsPixelsAlone() {
    byte[] moving = canvas(0x02, Images.WIDTH, Images.HEIGHT);

    Copies.assertBroken(webp(moving, frame(1, Images.WIDTH, pixels())));
    Copies.assertBroken(webp(moving, frame(0, Images.WIDTH - 1, pixels())));
    Copies.assertBroken(webp(moving, frame(0, Images.WIDTH, new byte[0])));
    Copies.assertBroken(
        webp(moving, frame(0, Images.WIDTH, Images.joined(chunk("XMP ", new byte[2]), pixels()))));
    Copies.assertBroken(
        webp(moving, frame(0, Images.WIDTH, Images.joined(pixels(), chunk("XMP ", new byte[2])))));
    Copies.assertBroken(webp(moving, chunk("ANMF", new byte[15])));
  }

  @Test
  void aPartIsNotLongerThanTheWhole() {
    byte[] file = webp(pixels());
    buffer(file).putInt(16, Integer.MAX_VALUE);
    Copies.assertBroken(file);
    buffer(file).putInt(16, -1);
    Copies.assertBroken(file);
    byte[] cut = webp(pixels());
    buffer(cut).putInt(4, 20);
    Copies.assertBroken(cut);
  }
}
