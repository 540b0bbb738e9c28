package chatroom.room;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an image is, as clients say it: on the web, or among the uploads of this server. Nothing is
 * fetched from there.
 */
public final class ImageLink {
  /** The longest link, in characters. */
  public static final int MAX_LENGTH = 2_000;

  /** The longest text that stands for an image, in characters. */
  public static final int MAX_ALT = 500;

  private static final Pattern UPLOAD = Pattern.compile("uploads/[A-Za-z0-9_-]{1,64}");

  /** A host, maybe a port, no user; and what follows in characters that need no escape. */
  private static final Pattern WEB =
      Pattern.compile(
          "(?i)https?://(?:[\\p{L}\\p{N}.-]+|\\[[0-9a-f:.]+\\])(?::[0-9]{1,5})?"
              + "(?:[/?#][^\\p{Z}\\p{C}\"<>\\\\^`{|}]*)?");

  private ImageLink() {}

  /**
   * Lets a link pass.
   *
   * @throws Rejection {@link Code#INVALID_URL}
   */
  public static String parse(@Nullable String url) throws Rejection {
    if (url == null || url.length() > MAX_LENGTH || !isLink(url)) {
      throw new Rejection(Code.INVALID_URL);
    }
    return url;
  }

  private static boolean isLink(String url) {
    return WEB.matcher(url).matches() || UPLOAD.matcher(url).matches();
  }

  /**
   * Lets the text that stands for an image pass.
   *
   * @throws Rejection {@link Code#INVALID_URL} if it is too long
   */
  public static String alt(@Nullable String text) throws Rejection {
    String alt = text == null ? "" : text;
    if (alt.codePointCount(0, alt.length()) > MAX_ALT) {
      throw new Rejection(
          Code.INVALID_URL, "The text of an image has at most " + MAX_ALT + " characters");
    }
    return alt;
  }
}
