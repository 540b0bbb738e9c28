package chatroom.archive;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes links of the addresses of the web in a text, as the page of the chat does. */
final class Links {
  private static final int MAX_ADDRESS = 2_000;

  /** Only what may stand in an address as it is sent: in Chinese, no space need follow one. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)https?://[\\w\\-.~:/?#\\[\\]@!$&'()*+,;=%]++");

  /** What ends a sentence rather than an address. */
  private static final String TRAILING = ".,;:!?'*_~]";

  /** Whom a name before an at sign would make a reader trust, an address need not name. */
  private static final Pattern NAMES_SOMEBODY = Pattern.compile("(?i)https?://[^/?#]*@.*");

  private Links() {}

  static void write(Html html, String text) throws IOException {
    Matcher found = ADDRESS.matcher(text);
    int end = 0;
    while (found.find()) {
      String address = withoutTrailing(found.group());
      html.text(text.substring(end, found.start()));
      end = found.start() + address.length();
      write(html, address, isLink(address));
    }
    html.text(text.substring(end));
  }

  private static void write(Html html, String address, boolean isLink) throws IOException {
    if (isLink) {
      html.element("a", address, "href", address, "rel", "nofollow noopener noreferrer");
    } else {
      html.text(address);
    }
  }

  private static boolean isLink(String address) {
    return address.length() <= MAX_ADDRESS
        && !address.endsWith("//")
        && !NAMES_SOMEBODY.matcher(address).matches();
  }

  private static String withoutTrailing(String address) {
    long open = address.chars().filter(c -> c == '(').count();
    long closed = address.chars().filter(c -> c == ')').count();
    int end = address.length();
    while (end > 0 && isTrailing(address.charAt(end - 1), closed > open)) {
      closed -= address.charAt(end - 1) == ')' ? 1 : 0;
      end--;
    }
    return address.substring(0, end);
  }

  private static boolean isTrailing(char c, boolean tooManyClosed) {
    return TRAILING.indexOf(c) >= 0 || (c == ')' && tooManyClosed);
  }
}
