package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressBlockTest {
  private static PeerAddress at(String text) {
    return new PeerAddress(text, text);
  }

  private static String block(String address, int bits) {
    return AddressBlock.of(at(address), bits).orElseThrow().text();
  }

  @Test
  void itHasTheBitsThatTheyHaveInCommon() {
    assertEquals("192.0.2.77/32", block("192.0.2.77", 32));
    assertEquals("192.0.2.64/27", block("192.0.2.77", 27));
    assertEquals("192.0.0.0/16", block("192.0.2.77", 16));
    assertEquals("0.0.0.0/0", block("192.0.2.77", 0));
    assertEquals("2001:db8:0:1:0:0:0:0/64", block("2001:db8:0:1:2:3:4:5", 64));
    assertEquals("2001:db8:0:0:0:0:0:0/33", block("2001:db8:7fff::1", 33));
    assertEquals("2001:db8:8000:0:0:0:0:0/33", block("2001:db8:8000::1", 33));
    assertEquals("fe80:0:0:0:0:0:0:0/64", block("fe80:0:0:0:0:0:0:1%eth0", 64));
  }

  @Test
  void anAddressHasNoMoreBitsThanItHas() {
    assertEquals(Optional.empty(), AddressBlock.of(at("192.0.2.77"), 33));
    assertEquals(Optional.empty(), AddressBlock.of(at("2001:db8::1"), 129));
  }

  @Test
  void aNameIsLookedUpNowhere() {
    assertEquals(Optional.empty(), AddressBlock.of(at("example.org"), 8));
    assertEquals(Optional.empty(), AddressBlock.of(at("unknown"), 8));
    assertFalse(AddressBlock.isLong(at("abc")));
  }

  private static AddressBlock of(String address, int bits) {
    return AddressBlock.of(at(address), bits).orElseThrow();
  }

  @Test
  void itHasTheAddressesThatBeginLikeIt() {
    assertTrue(of("192.0.2.77", 24).contains(at("192.0.2.1")));
    assertFalse(of("192.0.2.77", 32).contains(at("192.0.2.1")));
    assertFalse(of("192.0.2.77", 32).contains(at("2001:db8::1")));
    assertTrue(of("2001:db8:0:1::7", 64).contains(at("2001:db8:0:1::8")));
    assertFalse(of("2001:db8:0:1::7", 64).contains(at("192.0.2.77")));
  }

  @Test
  void thisMachineAndPrivateNetworksAreKnown() {
    for (String loopback : List.of("127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1")) {
      assertTrue(of(loopback, 32).isLoopback(), loopback);
    }
    for (String other : List.of("10.0.0.7", "172.16.1.1", "192.168.1.1", "fe80::1", "fd00::1")) {
      assertTrue(of(other, 32).isPrivate(), other);
      assertFalse(of(other, 32).isLoopback(), other);
    }
    for (String open : List.of("192.0.2.7", "172.32.0.1", "2001:db8::1", "fe00::1")) {
      assertFalse(of(open, 32).isPrivate(), open);
    }
  }

  @Test
  void addressesAreLongOrShort() {
    assertTrue(AddressBlock.isLong(at("::1")));
    assertFalse(AddressBlock.isLong(at("127.0.0.1")));
    // What Java makes of a mapped address is a short one.
    assertFalse(AddressBlock.isLong(at("::ffff:127.0.0.1")));
  }
}
