package chatroom.endpoint;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets pages of the server's own origin and of those allowed connect, and programs that name none:
 * no foreign page may use a visitor's cookies or network to join (cross-site WebSocket hijacking).
 *
 * <p>The scheme is not compared: behind a proxy that ends TLS the container does not know it.
 *
 * <p>Thread safety: immutable.
 */
final class OriginRule {
  private static final Pattern ORIGIN = Pattern.compile("https?://([^/?#@]+)");
  private static final Pattern DEFAULT_PORT = Pattern.compile(":(80|443)$");

  private final Predicate<String> allowed;

  /**
   * @param allowed which origins may connect beside the server's own
   */
  OriginRule(Predicate<String> allowed) {
    this.allowed = allowed;
  }

  /**
   * Whether a page of that origin may connect.
   *
   * @param origin the {@code Origin} header
   * @param host the host and port that the request is for
   */
  boolean admits(String origin, Optional<String> host) {
    return isSame(origin, host) || allowed.test(origin);
  }

  /** Whether a page of that origin is the server's own. */
  static boolean isSame(String origin, Optional<String> host) {
    Matcher matcher = ORIGIN.matcher(origin);
    return matcher.matches()
        && host.map(OriginRule::bare).filter(bare(matcher.group(1))::equals).isPresent();
  }

  private static String bare(String host) {
    return DEFAULT_PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
  }
}
