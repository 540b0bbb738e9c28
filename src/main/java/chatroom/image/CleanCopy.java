package chatroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Copies a picture, of which only what is needed to show it is in the copy: no place, time, camera,
 * comment or thumbnail, nothing behind its end, nothing of a kind that is not known. The pixels are
 * the same ones.
 *
 * <p>Thread safety: without state. Memory is bounded, however large the picture.
 */
public final class CleanCopy {
  private static final int LONGEST_SIGNATURE = 12;

  private CleanCopy() {}

  /**
   * Makes the copy.
   *
   * @param in what may be a picture; its name and what others say that it is do not matter
   * @param copy does not exist yet; who calls has to delete it, whatever happens
   * @throws BadImage if it is none, or none that is taken
   */
  public static Picture make(InputStream in, Path copy) throws BadImage, IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(LONGEST_SIGNATURE);
    byte[] start = buffered.readNBytes(LONGEST_SIGNATURE);
    buffered.reset();
    ImageType type = type(start);
    try (ImageTarget out = new ImageTarget(copy)) {
      ImageSource source = new ImageSource(buffered);
      return switch (type) {
        case PNG -> new Png(source, out).copy();
        case JPEG -> new Jpeg(source, out).copy();
        case GIF -> new Gif(source, out).copy();
        case WEBP -> new Webp(source, out).copy();
      };
    } catch (EOFException e) {
      throw BadImage.broken("it ends too early");
    }
  }

  private static ImageType type(byte[] start) throws BadImage {
    if (begins(start, 0, Png.SIGNATURE)) {
      return ImageType.PNG;
    } else if (begins(start, 0, "\u00FF\u00D8\u00FF")) {
      return ImageType.JPEG;
    } else if (begins(start, 0, "GIF87a") || begins(start, 0, "GIF89a")) {
      return ImageType.GIF;
    } else if (begins(start, 0, "RIFF") && begins(start, 8, "WEBP")) {
      return ImageType.WEBP;
    }
    throw BadImage.otherType();
  }

  private static boolean begins(byte[] start, int from, String signature) {
    byte[] wanted = signature.getBytes(ISO_8859_1);
    int to = from + wanted.length;
    return start.length >= to && Arrays.equals(start, from, to, wanted, 0, wanted.length);
  }
}
