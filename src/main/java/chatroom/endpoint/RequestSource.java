package chatroom.endpoint;

import chatroom.delivery.PeerAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where requests come from: the origin of the page that makes them, and the address.
 *
 * <p>Thread safety: immutable.
 */
public final class RequestSource {
  private static final int SHOWN_ORIGIN = 100;

  private final OriginRule origins;
  private final Predicate<InetAddress> trustedProxy;

  /**
   * @param allowedOrigin which origins are welcome beside the server's own
   * @param trustedProxy whose word about a client's address is taken
   */
  public RequestSource(Predicate<String> allowedOrigin, Predicate<InetAddress> trustedProxy) {
    this.origins = new OriginRule(allowedOrigin);
    this.trustedProxy = trustedProxy;
  }

  /** The origin that is not welcome, fit to be logged. */
  public Optional<String> foreignOrigin(HttpServletRequest request) {
    List<String> named = Collections.list(request.getHeaders("Origin"));
    Optional<String> host = new ForwardedRequest(request, trustedProxy).host();
    boolean welcome = named.isEmpty() || (named.size() == 1 && origins.admits(named.get(0), host));
    return welcome ? Optional.empty() : Optional.of(printable(named.get(0)));
  }

  /**
   * Whether no page of another origin makes the request: one's own page does, or a program. A
   * browser sends cookies and passwords along with whatever page asks, so from other pages they
   * prove nothing (cross-site request forgery).
   */
  boolean isOwn(HttpServletRequest request) {
    List<String> named = Collections.list(request.getHeaders("Origin"));
    Optional<String> host = new ForwardedRequest(request, trustedProxy).host();
    return named.isEmpty() || (named.size() == 1 && OriginRule.isSame(named.get(0), host));
  }

  /** The origin of the page that makes the request, if it is another one and welcome. */
  Optional<String> welcomeGuest(HttpServletRequest request) {
    return isOwn(request) || foreignOrigin(request).isPresent()
        ? Optional.empty()
        : Optional.of(request.getHeader("Origin"));
  }

  private static String printable(String text) {
    String plain = text.replaceAll("[^\\x21-\\x7e]", "?");
    return plain.substring(0, Math.min(plain.length(), SHOWN_ORIGIN));
  }

  /** The address of the client, as far as it is known. */
  public PeerAddress address(HttpServletRequest request) {
    return PeerAddress.of(new ForwardedRequest(request, trustedProxy).address());
  }
}
