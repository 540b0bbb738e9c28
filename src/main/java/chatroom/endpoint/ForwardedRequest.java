package chatroom.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A request as the client made it, seen through the proxies that are trusted: {@code
 * X-Forwarded-For} is read from its end as long as trusted proxies wrote it, {@code
 * X-Forwarded-Host} is taken from a trusted proxy only.
 *
 * <p>Thread safety: for one thread.
 */
final class ForwardedRequest {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  /** Anything else, 256.1.1.1 too, would be looked up in the DNS. */
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final HttpServletRequest request;
  private final Predicate<InetAddress> trusted;

  ForwardedRequest(HttpServletRequest request, Predicate<InetAddress> trusted) {
    this.request = request;
    this.trusted = trusted;
  }

  /** Where the client is. */
  InetAddress address() {
    InetAddress address = parse(request.getRemoteAddr()).orElseGet(InetAddress::getLoopbackAddress);
    for (String hop : hops()) {
      Optional<InetAddress> before = trusted.test(address) ? parse(hop) : Optional.empty();
      if (before.isEmpty()) {
        break;
      }
      address = before.get();
    }
    return address;
  }

  /** Whether the very peer is a trusted proxy. */
  boolean isProxied() {
    return parse(request.getRemoteAddr()).filter(trusted).isPresent();
  }

  /** The host, and port if any, that the client asked for. */
  Optional<String> host() {
    String forwarded = isProxied() ? request.getHeader("X-Forwarded-Host") : null;
    return Optional.ofNullable(forwarded == null ? request.getHeader("Host") : forwarded)
        .map(hosts -> hosts.substring(hosts.lastIndexOf(',') + 1).trim());
  }

  /** What the proxies say, the nearest first. */
  private List<String> hops() {
    List<String> hops = new ArrayList<>();
    for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
      hops.addAll(List.of(header.split(",", -1)));
    }
    Collections.reverse(hops);
    return hops;
  }

  /** An address as proxies write it: with or without brackets, an IPv4 one maybe with a port. */
  private static Optional<InetAddress> parse(String text) {
    String bare = text.trim().replaceFirst("^\\[(.*)](:[0-9]+)?$", "$1");
    String address = bare.replaceFirst("^([0-9.]+):[0-9]+$", "$1").replaceFirst("%.*$", "");
    boolean v4 = IPV4.matcher(address).matches();
    if (!v4 && !IPV6.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      // In brackets it is an address of IPv6 or nothing, and never a name.
      return Optional.of(InetAddress.getByName(v4 ? address : "[" + address + "]"));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
