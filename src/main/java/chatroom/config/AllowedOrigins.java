package chatroom.config;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The web origins (RFC 6454) that may connect besides the server's own.
 *
 * <p>Thread safety: immutable.
 *
 * @param any whether every origin may, the opaque {@code null} included
 * @param origins those that may, as browsers write them: lower case, no default port
 */
public record AllowedOrigins(boolean any, Set<String> origins) {
  /** Copies the set. */
  public AllowedOrigins {
    origins = Set.copyOf(origins);
  }

  /**
   * Whether a page of this origin may connect. Says nothing of the server's own origin, which may
   * always.
   *
   * @param origin the {@code Origin} header; garbage is simply not allowed
   */
  public boolean allows(String origin) {
    if (any) {
      return true;
    }
    try {
      return origins.contains(normal(origin));
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  /**
   * Reads the setting.
   *
   * @throws IllegalArgumentException for an item that is no origin, or {@code *} among others
   */
  static AllowedOrigins parse(String text) {
    if (text.isEmpty() || text.equals("*")) {
      return new AllowedOrigins(!text.isEmpty(), Set.of());
    }
    return new AllowedOrigins(
        false, Settings.items(text).map(AllowedOrigins::normal).collect(Collectors.toSet()));
  }

  private static String normal(String origin) {
    URI uri = URI.create(origin);
    String scheme = uri.getScheme();
    String host = uri.getHost();
    if (scheme == null || host == null) {
      throw new IllegalArgumentException("no scheme or no host");
    }
    String bare = scheme + "://" + host;
    if (!origin.equals(uri.getPort() < 0 ? bare : bare + ":" + uri.getPort())) {
      throw new IllegalArgumentException("more than scheme, host and port");
    }
    String lower = bare.toLowerCase(Locale.ROOT);
    return uri.getPort() < 0 || uri.getPort() == defaultPort(lower)
        ? lower
        : lower + ":" + uri.getPort();
  }

  private static int defaultPort(String origin) {
    return origin.startsWith("https:") ? 443 : origin.startsWith("http:") ? 80 : -1;
  }
}
