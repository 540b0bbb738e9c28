package chatroom.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All addresses that begin like one.
 *
 * <p>Thread safety: immutable.
 *
 * @param text in CIDR notation, as {@code 192.0.2.0/24}
 * @param bits how many bits they have in common
 */
public record AddressBlock(String text, int bits) {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private static final PeerAddress LOOPBACK = new PeerAddress("::1", "::1");

  /**
   * Those that have so many bits in common with an address.
   *
   * @param bits 0 or more; empty if such an address has fewer
   */
  public static Optional<AddressBlock> of(PeerAddress address, int bits) {
    return parse(address)
        .map(InetAddress::getAddress)
        .filter(bytes -> bits <= bytes.length * Byte.SIZE)
        .map(bytes -> new AddressBlock(masked(bytes, bits) + "/" + bits, bits));
  }

  /** Whether it is an address of IPv6. */
  public static boolean isLong(PeerAddress address) {
    return parse(address).filter(Inet6Address.class::isInstance).isPresent();
  }

  /** Whether an address is one of them. */
  public boolean contains(PeerAddress address) {
    return of(address, bits).filter(this::equals).isPresent();
  }

  /** Whether this machine is among them. */
  public boolean isLoopback() {
    return first().filter(InetAddress::isLoopbackAddress).isPresent() || contains(LOOPBACK);
  }

  /** Whether they are such as are used in many networks, and lead nowhere from outside. */
  public boolean isPrivate() {
    return first()
        .filter(it -> it.isSiteLocalAddress() || it.isLinkLocalAddress() || isUniqueLocal(it))
        .isPresent();
  }

  /** RFC 4193. */
  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC;
  }

  private Optional<InetAddress> first() {
    return parse(text.substring(0, text.indexOf('/')));
  }

  private static Optional<InetAddress> parse(PeerAddress address) {
    return parse(address.text());
  }

  private static Optional<InetAddress> parse(String written) {
    String text = written.replaceFirst("%.*", "");
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty(); // A name is looked up nowhere.
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static String masked(byte[] bytes, int bits) {
    byte[] masked = bytes.clone();
    for (int i = 0; i < masked.length; i++) {
      int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
      masked[i] &= (byte) (0xFF << (Byte.SIZE - kept));
    }
    try {
      return InetAddress.getByAddress(masked).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("As long as before", e);
    }
  }
}
