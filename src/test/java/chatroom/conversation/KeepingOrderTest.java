package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.room.AuditEntry;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import chatroom.wire.ChangeMessage.MessageDeleted;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.ClientMessage.Delete;
import chatroom.wire.ClientMessage.GetMembers;
import chatroom.wire.ClientMessage.GetRooms;
import chatroom.wire.ClientMessage.Invite;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ClientMessage.SetRoomRole;
import chatroom.wire.ClientMessage.SetSlowMode;
import chatroom.wire.ClientMessage.SetTopic;
import chatroom.wire.ClientMessage.Uninvite;
import chatroom.wire.RoomChange.RoleGiven;
import chatroom.wire.RoomChange.SlowMode;
import chatroom.wire.RoomMessage.Members;
import chatroom.wire.RoomMessage.RoomJoined;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.SessionMessage.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Ann's room, in which Bob and Eve are; Joe is an administrator. */
class KeepingOrderTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.hello("Bob");
  private final Guest eve = hall.hello("Eve");
  private final Guest joe = hall.official("Joe", Role.ADMIN);

  KeepingOrderTest() {
    ann.say(new CreateRoom("chess", null, null, null, null));
    List.of(bob, eve, joe).forEach(guest -> guest.say(new JoinRoom("chess", null)));
    settle();
  }

  private void settle() {
    List.of(ann, bob, eve, joe).forEach(Guest::heard);
  }

  private static String id(Guest guest) {
    return Long.toString(guest.id());
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  private void assertRefused(Guest who, String code, ClientMessage act) {
    settle();
    who.say(act);
    assertEquals(code, code(who.heardOnly()));
    List.of(ann, bob, eve, joe).stream()
        .filter(other -> other != who)
        .forEach(other -> assertEquals(List.of(), other.heard()));
  }

  private void assertSlow(Guest who, String text) {
    settle();
    who.say(new Post(text, "chess", "r", null));
    Failure failure = (Failure) who.heardOnly();
    assertEquals("rate_limited", failure.content().code());
    assertTrue(Objects.requireNonNull(failure.content().retryAfterMs()) > 0);
    assertEquals(List.of(), ann.heard());
  }

  private void assertSaid(Guest who, String text) {
    settle();
    who.say(new Post(text, "chess", "r" + text, null));
    assertTrue(who.heardOnly() instanceof Ack);
  }

  private void name(Guest moderator) {
    ann.say(new SetRoomRole("chess", id(moderator), "moderator", null));
    settle();
  }

  private List<String> audited() {
    try {
      return hall.audit.newest(OptionalLong.empty(), 50).stream()
          .map(AuditEntry::act)
          .map(act -> act.actorName() + " " + act.kind() + " " + act.targetName())
          .toList();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private Rooms.Listed listed(Guest guest, String room) {
    guest.heard();
    guest.say(new GetRooms(null));
    return ((Rooms) guest.heardOnly())
        .content().stream().filter(it -> it.name().equals(room)).findAny().orElseThrow();
  }

  @Test
  void whoKeepsOrderMakesARoomSlowAndAllThereAreTold() {
    name(bob);
    long seconds = 30;
    for (Guest who : List.of(ann, bob, joe)) {
      who.say(new SetSlowMode("chess", seconds, "s"));
      assertEquals("s", ((SlowMode) who.heardOnly()).ref());
      SlowMode told = (SlowMode) eve.heardOnly();
      assertEquals(seconds++, told.content().seconds());
      assertEquals(who.id(), told.fromId());
      settle();
    }
    joe.say(new SetSlowMode("chess", 32L, "so already"));
    assertEquals("so already", ((SlowMode) joe.heardOnly()).ref());
    assertEquals(List.of(), eve.heard());
    assertEquals(
        List.of("Joe set_slow_mode ", "Bob set_slow_mode ", "Ann set_slow_mode "),
        audited().subList(0, 3));
    assertEquals(32, listed(eve, "chess").slowMode());
  }

  @Test
  void membersWaitFromOneMessageToTheNextAndWhoKeepsOrderDoesNot() {
    name(bob);
    ann.say(new SetSlowMode("chess", 30L, null));
    for (Guest who : List.of(ann, bob, joe)) {
      assertSaid(who, "one");
      assertSaid(who, "two");
    }
    assertSaid(eve, "one");
    assertSlow(eve, "two");
    hall.node.nanoTime.pass(Duration.ofSeconds(29));
    assertSlow(eve, "three");
    hall.node.nanoTime.pass(Duration.ofSeconds(1));
    assertSaid(eve, "four");
    ann.say(new SetSlowMode("chess", 0L, null));
    assertSaid(eve, "five");
  }

  @Test
  void whoMayNotMakesNoRoomSlow() {
    assertRefused(eve, "not_allowed", new SetSlowMode("chess", 0L, null));
    assertRefused(eve, "not_allowed", new SetSlowMode("general", 1L, null));
    assertRefused(ann, "invalid_format", new SetSlowMode("chess", 3_601L, null));
    assertRefused(ann, "invalid_format", new SetSlowMode("chess", -1L, null));
    assertRefused(ann, "invalid_format", new SetSlowMode("chess", null, null));
    assertRefused(ann, "room_not_found", new SetSlowMode("chess2", 1L, null));
    assertEquals(List.of(), audited());
  }

  @Test
  void whatIsNotStoredCostsNoTime() {
    ann.say(new SetSlowMode("chess", 30L, null));
    assertSaid(eve, "one");
    hall.node.nanoTime.pass(Duration.ofSeconds(30));
    eve.say(new Post("again", "chess", "rone", null));
    assertTrue(eve.heardOnly() instanceof Ack);
    assertSaid(eve, "two");
  }

  @Test
  void whoComesInIsToldHowSlowItIs() {
    ann.say(new SetSlowMode("chess", 30L, null));
    Guest zoe = hall.hello("Zoe");
    zoe.heard();
    zoe.say(new JoinRoom("chess", null));

    assertEquals(30, ((RoomJoined) zoe.heard().get(0)).slowMode());
  }

  @Test
  void theOwnerNamesAndUnnamesModerators() {
    ann.say(new SetRoomRole("chess", id(bob), "moderator", "m"));
    assertEquals("m", ((RoleGiven) ann.heardOnly()).ref());
    RoleGiven.Given given = new RoleGiven.Given(bob.id(), "Bob", "moderator");
    assertEquals(given, ((RoleGiven) eve.heardOnly()).content());
    assertEquals("moderator", listed(bob, "chess").role());
    assertEquals("owner", listed(ann, "chess").role());
    ann.say(new SetRoomRole("chess", id(bob), "member", null));
    assertRefused(bob, "not_allowed", new SetSlowMode("chess", 1L, null));
    assertEquals(List.of("Ann set_room_role Bob", "Ann set_room_role Bob"), audited());
  }

  @Test
  void whoMayNotNamesNobody() {
    name(bob);
    assertRefused(eve, "not_allowed", new SetRoomRole("chess", id(eve), "moderator", null));
    assertRefused(eve, "not_allowed", new SetRoomRole("chess", id(bob), "member", null));
    assertRefused(bob, "not_allowed", new SetRoomRole("chess", id(eve), "moderator", null));
    assertRefused(bob, "not_allowed", new SetRoomRole("chess", id(ann), "read_only", null));
    assertRefused(bob, "not_allowed", new SetRoomRole("chess", id(joe), "read_only", null));
    assertRefused(ann, "not_allowed", new SetRoomRole("chess", id(ann), "member", null));
    assertRefused(ann, "invalid_format", new SetRoomRole("chess", id(eve), "owner", null));
    assertRefused(ann, "invalid_format", new SetRoomRole("chess", id(eve), null, null));
    assertRefused(ann, "user_not_found", new SetRoomRole("chess", "999", "moderator", null));
    assertRefused(ann, "user_not_found", new SetRoomRole("chess", "x", "moderator", null));
    assertRefused(ann, "not_allowed", new SetRoomRole("general", id(ann), "moderator", null));
  }

  @Test
  void inARoomOfTheSettingsAnAdministratorNamesModerators() {
    joe.say(new SetRoomRole("general", id(bob), "moderator", null));
    settle();
    bob.say(new SetSlowMode("general", 5L, null));

    assertTrue(bob.heardOnly() instanceof SlowMode);
  }

  @Test
  void whoOnlyReadsWritesNothingUntilTheyAreAMemberAgain() {
    name(bob);
    bob.say(new SetRoomRole("chess", id(eve), "read_only", null));
    assertRefused(eve, "not_allowed", new Post("hi", "chess", null, null));
    assertEquals("read_only", listed(eve, "chess").role());
    assertFalse(Objects.requireNonNull(listed(eve, "chess").mayWrite()));
    bob.say(new SetRoomRole("chess", id(eve), "member", null));
    assertSaid(eve, "hi");
  }

  private long said(Guest who) {
    who.heard();
    who.say(new Post("bad", "chess", "bad", null));
    return ((Ack) who.heardOnly()).id();
  }

  @Test
  void moderatorsOfARoomDeleteWhatOthersSaidThere() {
    name(bob);
    long message = said(eve);
    settle();
    bob.say(new Delete(message, "d"));

    List<ServerMessage> heard = bob.heard();
    assertTrue(heard.get(0) instanceof MessageDeleted, heard.toString());
    assertTrue(heard.get(1) instanceof Ack, heard.toString());
    assertTrue(eve.heardOnly() instanceof MessageDeleted);
    assertEquals("Bob delete Eve", audited().get(0));
  }

  @Test
  void nobodyElseDoesNorWhatIsAboveThem() {
    name(bob);
    assertRefused(eve, "not_allowed", new Delete(said(bob), null));
    assertRefused(bob, "not_allowed", new Delete(said(ann), null));
    assertRefused(bob, "not_allowed", new Delete(said(joe), null));
    eve.say(new Post("elsewhere", "general", "g", null));
    long elsewhere =
        eve.heard().stream()
            .filter(Ack.class::isInstance)
            .map(it -> ((Ack) it).id())
            .findAny()
            .orElseThrow();
    assertRefused(bob, "not_allowed", new Delete(elsewhere, null));
  }

  @Test
  void moderatorsOfARoomSayWhatItIsAboutAndWhoIsInvited() {
    ann.say(new CreateRoom("plans", null, true, null, null));
    ann.say(new Invite("plans", id(bob), null, null));
    bob.say(new JoinRoom("plans", null));
    assertRefused(bob, "not_allowed", new Invite("plans", id(eve), null, null));
    assertRefused(bob, "not_allowed", new SetTopic("plans", "x", null));
    assertRefused(bob, "not_allowed", new GetMembers("plans", null));
    ann.say(new SetRoomRole("plans", id(bob), "moderator", null));
    settle();
    bob.say(new SetTopic("plans", "ours", null));
    bob.say(new Invite("plans", id(eve), null, null));
    settle();
    bob.say(new GetMembers("plans", null));

    Members members = (Members) bob.heardOnly();
    assertEquals(3, members.membersCount());
    assertEquals("moderator", members.content().get(1).role());
    assertEquals(List.of("Bob invite Eve", "Bob set_topic "), audited().subList(0, 2));
    bob.say(new Uninvite("plans", id(eve), null));
    assertEquals("Bob uninvite ", audited().get(0));
    ann.say(new Invite("plans", id(eve), null, null));
    ann.say(new SetRoomRole("plans", id(eve), "moderator", null));
    assertRefused(bob, "not_allowed", new Uninvite("plans", id(eve), null));
    ann.say(new Uninvite("plans", id(eve), null));
    ann.say(new Invite("plans", id(eve), null, null));
    assertRefused(eve, "not_allowed", new SetTopic("plans", "mine", null));
  }
}
