package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.People;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RoomRightsTest {
  private static final long OWNER = 1;
  private static final long GUEST = 2;
  private static final long STRANGER = 3;
  private static final RoomName ROOM = new RoomName("plans");

  private final RoomRights rights = new RoomRights(new RoomTerms(true, 2));

  private static RoomCharter charter(String name, boolean byInvitation, boolean announcement) {
    return new RoomCharter(new RoomName(name), "", byInvitation, announcement, false, OWNER);
  }

  private static void assertNotAllowed(Executable act) {
    assertEquals(Code.NOT_ALLOWED, assertThrows(Rejection.class, act).code());
  }

  @Test
  void anOpenRoomIsReadAndWrittenByAll() {
    rights.add(RoomCharter.ofSettings(ROOM));

    assertTrue(rights.mayRead(STRANGER, ROOM));
    assertTrue(rights.mayWrite(STRANGER, ROOM));
  }

  @Test
  void aPrivateRoomIsReadByItsOwnerAndWhoIsInvited() {
    rights.add(charter("plans", true, false));
    rights.invite(ROOM, GUEST, true);

    assertTrue(rights.mayRead(OWNER, ROOM));
    assertTrue(rights.mayRead(GUEST, ROOM));
    assertFalse(rights.mayRead(STRANGER, ROOM));
    rights.uninvite(ROOM, GUEST);
    assertFalse(rights.mayRead(GUEST, ROOM));
  }

  @Test
  void theRoomsThatSomebodyMayReadAreThoseByTheirNames() {
    rights.add(charter("plans", true, false));
    rights.add(charter("zoo", false, false));
    rights.add(RoomCharter.ofSettings(RoomName.GENERAL));
    rights.add(RoomCharter.ofModerators());

    assertEquals(List.of("general", "plans", "zoo"), readable(OWNER));
    assertEquals(List.of("general", "zoo"), readable(STRANGER));
    assertEquals("plans", rights.readable(OWNER, ROOM).orElseThrow().name().value());
    assertTrue(rights.readable(STRANGER, ROOM).isEmpty());
    assertTrue(rights.readable(OWNER, new RoomName("nowhere")).isEmpty());
    assertTrue(rights.readable(OWNER, RoomName.between(OWNER, GUEST)).isEmpty());
  }

  private List<String> readable(long userId) {
    return rights.readableBy(userId).stream().map(it -> it.name().value()).toList();
  }

  @Test
  void anyoneNamesAllOfASmallRoomAndOwnerAndAdminsThoseOfALargeOne() {
    rights.add(charter("plans", false, false));
    Participant owner = People.user(OWNER);
    Participant guest = People.user(GUEST);
    Participant admin = new Participant(STRANGER, guest.name(), guest.connectedAt(), Role.ADMIN);

    assertTrue(rights.mayNameAll(guest, ROOM, RoomRights.MAX_NAMED_BY_ANYONE));
    assertFalse(rights.mayNameAll(guest, ROOM, RoomRights.MAX_NAMED_BY_ANYONE + 1));
    assertTrue(rights.mayNameAll(owner, ROOM, 100_000));
    assertTrue(rights.mayNameAll(admin, ROOM, 100_000));
  }

  @Test
  void anAnnouncementIsWrittenByTheOwnerAndWhoMay() {
    rights.add(charter("plans", false, true));
    rights.invite(ROOM, GUEST, true);
    rights.invite(ROOM, STRANGER, false);

    assertTrue(rights.mayWrite(OWNER, ROOM));
    assertTrue(rights.mayWrite(GUEST, ROOM));
    assertFalse(rights.mayWrite(STRANGER, ROOM));
    assertTrue(rights.mayRead(STRANGER, ROOM));
  }

  @Test
  void inAnArchivedRoomNobodyWrites() {
    rights.add(charter("plans", true, false));
    rights.replace(rights.charter(ROOM).withArchived(true));

    assertFalse(rights.mayWrite(OWNER, ROOM));
    assertTrue(rights.mayRead(OWNER, ROOM));
  }

  @Test
  void whatIsNotThereIsReadByNobodyAndAPrivateChatByItsTwo() {
    assertFalse(rights.mayRead(OWNER, ROOM));
    assertTrue(rights.mayRead(2, RoomName.between(1, 2)));
    assertFalse(rights.mayRead(3, RoomName.between(1, 2)));
  }

  @Test
  void oneOwnsNoMoreRoomsThanOneMayThatAreNotArchived() {
    rights.add(charter("a", false, false));
    assertDoesNotThrow(() -> rights.requireMayMake(OWNER));
    rights.add(charter("b", true, false));
    assertNotAllowed(() -> rights.requireMayMake(OWNER));
    assertDoesNotThrow(() -> rights.requireMayMake(GUEST));
    RoomCharter archived = rights.charter(new RoomName("b")).withArchived(true);
    rights.replace(archived);
    assertDoesNotThrow(() -> rights.requireMayMake(OWNER));
    rights.replace(archived.withTopic("x"));
    rights.replace(archived.withArchived(false));
    assertNotAllowed(() -> rights.requireMayMake(OWNER));
  }

  @Test
  void whereNobodyMakesRoomsNobodyMay() {
    RoomRights closed = new RoomRights(new RoomTerms(false, 2));

    assertNotAllowed(() -> closed.requireMayMake(OWNER));
  }

  @Test
  void oneIsInNoMoreRoomsThanOneMayBe() {
    assertDoesNotThrow(() -> rights.requireFewerJoined(1));
    assertNotAllowed(() -> rights.requireFewerJoined(2));
  }

  @Test
  void noMoreAreInvitedThanThereCanBe() {
    rights.add(charter("plans", true, false));
    for (long guest = 10; guest < 10 + RoomRights.MAX_INVITED; guest++) {
      rights.invite(ROOM, guest, true);
    }

    assertNotAllowed(() -> rights.requirePlace(ROOM, GUEST));
    assertDoesNotThrow(() -> rights.requirePlace(ROOM, 10));
    rights.uninvite(ROOM, 11);
    assertDoesNotThrow(() -> rights.requirePlace(ROOM, GUEST));
  }

  @Test
  void norInAllRoomsTogether() {
    int rooms = RoomRights.MAX_INVITATIONS / RoomRights.MAX_INVITED;
    for (int room = 0; room < rooms; room++) {
      rights.add(charter("r" + room, true, false));
      for (long guest = 0; guest < RoomRights.MAX_INVITED; guest++) {
        rights.invite(new RoomName("r" + room), 10 + guest, true);
      }
    }
    rights.add(charter("plans", true, false));

    assertNotAllowed(() -> rights.requirePlace(ROOM, GUEST));
    rights.uninvite(new RoomName("r0"), 10);
    assertDoesNotThrow(() -> rights.requirePlace(ROOM, GUEST));
  }
}
