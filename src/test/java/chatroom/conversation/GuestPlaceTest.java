package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.delivery.PeerAddress;
import chatroom.room.Role;
import chatroom.testing.Node;
import chatroom.wire.ModerationMessage.Moderated;
import chatroom.wire.OfficialAct.Ban;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a guest the place is banned, also if they have gone, unless too many would be shut out. */
class GuestPlaceTest extends Court {
  private static PeerAddress at(String address) {
    return new PeerAddress(address, address);
  }

  private Guest plain(String address) {
    hall.node.from = at(address);
    Guest guest = hall.enter();
    hush();
    return guest;
  }

  private Moderated.Deed banned(Guest who) {
    moderator.heard();
    moderator.say(ban(who, null));
    return moderator.heard().stream()
        .filter(Moderated.class::isInstance)
        .map(it -> ((Moderated) it).content())
        .findFirst()
        .orElseThrow();
  }

  private void assertAlone(String why, Moderated.Deed deed) {
    assertEquals(null, deed.addresses());
    String note = Objects.requireNonNull(deed.note());
    assertTrue(note.contains(why), note);
    assertTrue(hall.audited().get(0).endsWith(" alone"), hall.audited()::toString);
  }

  private boolean isLetIn(String address) {
    hall.node.from = at(address);
    return !hall.enter().client.hasLeft();
  }

  @Test
  void whoHasGoneIsBannedWithThePlaceForAnHour() {
    Guest early = plain("203.0.113.7");
    early.end(Disconnect.PEER_LEFT);
    hall.node.nanoTime.pass(DepartedGuests.REMEMBERED.minusSeconds(1));
    assertEquals("203.0.113.7/32", banned(early).addresses());
    assertFalse(isLetIn("203.0.113.7"));
    assertTrue(isLetIn("203.0.113.8"));

    Guest late = plain("203.0.113.9");
    late.end(Disconnect.PEER_LEFT);
    hall.node.nanoTime.pass(DepartedGuests.REMEMBERED);
    refused("user_not_found", moderator, ban(late, null));
    Guest named = hall.hello("Cy");
    named.end(Disconnect.PEER_LEFT);
    hall.node.nanoTime.pass(DepartedGuests.REMEMBERED);
    assertAlone("not known", banned(named));
  }

  @Test
  void whoWasKickedFirstIsBannedWithThePlaceToo() {
    Guest guest = plain("203.0.113.7");
    moderator.say(kick(guest));
    assertEquals("203.0.113.7/32", banned(guest).addresses());
  }

  @Test
  void ofThoseWhoHaveGoneTheLastThousandAreRemembered() {
    DepartedGuests departed = new DepartedGuests(hall.node.nanoTime);
    for (long id = 1; id <= DepartedGuests.CAPACITY + 1; id++) {
      departed.left(hall.directory.admit(1_000_000 + id, Instant.EPOCH), OFFICE);
    }

    assertTrue(departed.find(1_000_001).isEmpty());
    assertEquals(OFFICE, departed.find(1_000_002).orElseThrow().from());
  }

  @Test
  void whoHadNoNameIsLetInAgainByNumber() {
    Guest guest = plain("203.0.113.7");
    banned(guest);
    moderator.say(unban(guest));
    assertTrue(isLetIn("203.0.113.7"));
    refused("user_not_found", moderator, unban(guest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "0:0:0:0:0:0:0:1"})
  void thisMachineIsNotBannedForAllMayComeByItsProxy(String address) {
    Guest guest = plain(address);
    Guest other = plain(address);
    assertAlone("this machine", banned(guest));
    assertTrue(guest.client.hasLeft());
    assertFalse(other.client.hasLeft());
    assertTrue(isLetIn(address));
  }

  @Test
  void thePlaceOfThoseWhoKeepOrderIsNotBanned() {
    Guest guest = plain(OFFICE.text());
    assertAlone("keeps order", banned(guest));
    Guest near = plain("198.51.100.200");
    moderator.say(new Ban(id(near), null, null, 24L, null, "r"));
    assertFalse(moderator.client.hasLeft());
    assertTrue(isLetIn("198.51.100.201"));

    appoint(admin.id(), Role.ADMIN);
    List.of(admin, otherModerator).forEach(it -> it.end(Disconnect.PEER_LEFT));
    hall.node.from = at("203.0.113.1");
    Guest elsewhere = signedIn("Max");
    elsewhere.heard();
    moderator.end(Disconnect.PEER_LEFT);
    Guest again = plain(OFFICE.text());
    elsewhere.say(ban(again, null));
    assertFalse(isLetIn(OFFICE.text()));
    assertFalse(member.client.hasLeft());
  }

  @Test
  void aPrivateAddressOfMostOfThoseHereIsAProxyAndOnesOwnIsBanned() {
    Guest alone = plain("10.0.0.8");
    assertEquals("10.0.0.8/32", banned(alone).addresses());
    hall.node.from = at("10.0.0.7");
    List<Guest> many = IntStream.range(0, 10).mapToObj(i -> hall.enter()).toList();
    assertAlone("most", banned(many.get(0)));
    assertFalse(many.get(1).client.hasLeft());
    // Whoever brings many of a public address is banned with all of them.
    many.forEach(it -> it.end(Disconnect.PEER_LEFT));
    hall.node.from = at("203.0.113.7");
    List<Guest> horde = IntStream.range(0, 20).mapToObj(i -> hall.enter()).toList();
    assertEquals("203.0.113.7/32", banned(horde.get(0)).addresses());
    assertTrue(horde.stream().allMatch(it -> it.client.hasLeft()));
  }

  @Test
  void withNoPlaceAskedForThereIsNothingToNote() {
    hall.node.from = Node.SOMEWHERE;
    moderator.say(new Ban(id(guest), null, Duration.ofHours(1).toSeconds(), 0L, null, "r"));
    Moderated.Deed deed =
        moderator.heard().stream()
            .filter(Moderated.class::isInstance)
            .map(it -> ((Moderated) it).content())
            .findFirst()
            .orElseThrow();
    assertEquals(null, deed.addresses());
    assertEquals(null, deed.note());
  }
}
