package chatroom.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation (RFC 4632, RFC 4291). Never resolves a name.
 *
 * <p>An IPv4 address written as IPv6 ({@code ::ffff:10.0.0.1}) counts as the IPv4 address, in the
 * range and in what is looked for. A range of one family holds no address of the other: {@code
 * ::/0} is every IPv6 address.
 *
 * <p>Thread safety: immutable.
 */
public final class AddressRange {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");
  private static final int MAPPED_BITS = 96;

  private final byte[] network;
  private final int prefixBits;

  private AddressRange(byte[] network, int prefixBits) {
    this.network = network;
    this.prefixBits = prefixBits;
  }

  /**
   * Reads an address ({@code 10.0.0.1}, {@code fd00::1}) or a range ({@code 10.0.0.0/8}, {@code
   * fd00::/8}). Bits behind the prefix are ignored.
   *
   * @throws IllegalArgumentException for everything else: names, zones ({@code %eth0}), leading
   *     zeros, short forms ({@code 10.1})
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    byte[] network = literal(address);
    int addressBits = network.length * Byte.SIZE;
    if (slash < 0) {
      return new AddressRange(network, addressBits);
    }
    int skippedBits = address.indexOf(':') >= 0 && addressBits == 32 ? MAPPED_BITS : 0;
    int prefixBits = prefix(text.substring(slash + 1)) - skippedBits;
    if (prefixBits < 0 || prefixBits > addressBits) {
      throw new IllegalArgumentException("prefix out of bounds: " + text);
    }
    return new AddressRange(network, prefixBits);
  }

  /** Whether the address lies in this range; zones are ignored. */
  public boolean contains(InetAddress address) {
    byte[] bytes = unmapped(address);
    if (bytes.length != network.length) {
      return false;
    }
    int wholeBytes = prefixBits / Byte.SIZE;
    for (int i = 0; i < wholeBytes; i++) {
      if (bytes[i] != network[i]) {
        return false;
      }
    }
    int restBits = prefixBits % Byte.SIZE;
    return restBits == 0
        || (bytes[wholeBytes] ^ network[wholeBytes]) >> (Byte.SIZE - restBits) == 0;
  }

  private static byte[] literal(String text) {
    boolean v4 = V4.matcher(text).matches();
    if (!v4 && !V6.matcher(text).matches()) {
      throw new IllegalArgumentException("not an IP address: " + text);
    }
    try {
      // Brackets make the JDK take it for a literal or refuse it, but never ask a name server.
      return InetAddress.getByName(v4 ? text : "[" + text + "]").getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an IP address: " + text, e);
    }
  }

  private static int prefix(String text) {
    if (!PREFIX.matcher(text).matches()) {
      throw new IllegalArgumentException("not a prefix length: " + text);
    }
    return Integer.parseInt(text);
  }

  private static byte[] unmapped(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress()).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address of neither 4 nor 16 bytes", e);
    }
  }
}
