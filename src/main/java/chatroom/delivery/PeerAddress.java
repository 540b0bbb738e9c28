package chatroom.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where a client connects from.
 *
 * <p>Thread safety: immutable.
 *
 * @param text the address, for the log
 * @param group what counts as one address: of IPv6 the first 64 bits, for whoever has one such
 *     address has all of them (RFC 4291, 2.5.4)
 */
public record PeerAddress(String text, String group) {
  private static final int PREFIX_BYTES = 8;

  /** An IP address. */
  public static PeerAddress of(InetAddress address) {
    String text = address.getHostAddress();
    return address instanceof Inet6Address
        ? new PeerAddress(
            text, HexFormat.of().formatHex(address.getAddress(), 0, PREFIX_BYTES) + "/64")
        : new PeerAddress(text, text);
  }

  @Override
  public String toString() {
    return text;
  }
}
