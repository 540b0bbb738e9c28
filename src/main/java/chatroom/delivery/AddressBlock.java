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

  private static Optional<InetAddress> parse(PeerAddress address) {
    String text = address.text().replaceFirst("%.*", "");
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
