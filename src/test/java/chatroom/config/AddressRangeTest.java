package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRangeTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1, true",
    "10.0.0.1, 10.0.0.2, false",
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.9.9.9/8, 10.0.0.0, true",
    "192.168.0.0/23, 192.168.1.255, true",
    "192.168.0.0/23, 192.168.2.0, false",
    "128.0.0.0/1, 255.1.1.1, true",
    "128.0.0.0/1, 127.1.1.1, false",
    "10.0.0.0/31, 10.0.0.1, true",
    "10.0.0.0/32, 10.0.0.1, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "::/0, fe80::1, true",
    "::/0, 10.0.0.1, false",
    "::1, ::1, true",
    "::1, ::2, false",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fc00::1, false",
    "2001:db8::/33, 2001:db8:7fff::, true",
    "2001:db8::/33, 2001:db8:8000::, false",
    "FD00::1/128, fd00::1, true",
    "::ffff:10.0.0.1, 10.0.0.1, true",
    "::ffff:10.0.0.0/104, 10.1.2.3, true",
    "::ffff:10.0.0.0/104, 11.1.2.3, false",
    "::ffff:0:0/96, 1.2.3.4, true",
  })
  void aRangeHoldsWhatItsPrefixSays(String range, String address, boolean held)
      throws UnknownHostException {
    assertEquals(held, AddressRange.parse(range).contains(InetAddress.getByName(address)));
  }

  @Test
  void aMappedIpv6AddressIsLookedForAsIpv4() throws UnknownHostException {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 1, 2, 3};

    assertTrue(
        AddressRange.parse("10.0.0.0/8").contains(Inet6Address.getByAddress(null, mapped, 0)));
  }

  @Test
  void aZoneIsIgnored() throws UnknownHostException {
    byte[] linkLocal = {-2, -128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    assertTrue(
        AddressRange.parse("fe80::/10").contains(Inet6Address.getByAddress(null, linkLocal, 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "localhost", "example.org/8", "10.0.0", "10.0.0.256", "010.0.0.1", "10.0.0.1.1",
        "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/a", "10.0.0.0/8/8", "/8", "::/129",
        "1::2::3", ":", "[::1]", "fe80::1%eth0", "::ffff:10.0.0.0/95", "10.0.0.1:80", "12345::"
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(text));
  }

  @Test
  void aProxyIsTrustedIfAnyRangeHoldsIt() throws UnknownHostException {
    ChatConfig config = Configs.of(Map.of("trusted-proxies", "10.0.0.0/8 , fd00::1"));

    assertTrue(config.isTrustedProxy(InetAddress.getByName("10.1.1.1")));
    assertTrue(config.isTrustedProxy(InetAddress.getByName("fd00::1")));
    assertFalse(config.isTrustedProxy(InetAddress.getByName("11.1.1.1")));
    assertFalse(Configs.of(Map.of()).isTrustedProxy(InetAddress.getLoopbackAddress()));
  }
}
