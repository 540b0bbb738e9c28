package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final PeerAddress HERE = address("192.0.2.1");
  private static final PeerAddress THERE = address("192.0.2.2");

  private static PeerAddress address(String literal) {
    try {
      return PeerAddress.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noMoreAreLetInThanThereArePlaces() {
    Admission admission = new Admission(2, 0);

    assertTrue(admission.tryAdmit(HERE));
    assertTrue(admission.tryAdmit(HERE));
    assertFalse(admission.tryAdmit(THERE));
    assertFalse(admission.isExhausted(THERE));
  }

  @Test
  void aPlaceGivenBackIsThereForTheNext() {
    Admission admission = new Admission(1, 0);
    assertTrue(admission.tryAdmit(HERE));
    admission.release(HERE);

    assertTrue(admission.tryAdmit(THERE));
    assertFalse(admission.tryAdmit(HERE));
  }

  @Test
  void noMoreAreLetInFromOneAddressThanItMayHave() {
    Admission admission = new Admission(10, 2);
    assertTrue(admission.tryAdmit(HERE));
    assertFalse(admission.isExhausted(HERE));
    assertTrue(admission.tryAdmit(HERE));

    assertTrue(admission.isExhausted(HERE));
    assertFalse(admission.tryAdmit(HERE));
    assertTrue(admission.tryAdmit(THERE));

    admission.release(HERE);
    assertFalse(admission.isExhausted(HERE));
    assertTrue(admission.tryAdmit(HERE));
  }

  @Test
  void whoIsRefusedForTheirAddressTakesNobodysPlace() {
    Admission admission = new Admission(2, 1);
    assertTrue(admission.tryAdmit(HERE));
    for (int i = 0; i < 5; i++) {
      assertFalse(admission.tryAdmit(HERE));
    }

    assertTrue(admission.tryAdmit(THERE));
  }

  @Test
  void sixtyFourBitsOfAnIpv6AddressAreOneAddress() {
    assertEquals(address("2001:db8:1:2::1").group(), address("2001:db8:1:2:ffff::9").group());
    assertNotEquals(address("2001:db8:1:2::1").group(), address("2001:db8:1:3::1").group());
  }

  @Test
  void everyIpv4AddressIsItsOwnHoweverItIsWritten() {
    assertNotEquals(HERE.group(), THERE.group());
    assertEquals(HERE, address("::ffff:192.0.2.1"));
    assertEquals("192.0.2.1", HERE.toString());
  }
}
