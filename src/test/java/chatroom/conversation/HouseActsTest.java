package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Role;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.ClientMessage.GetRooms;
import chatroom.wire.ClientMessage.GetStats;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.HouseAct.GetAudit;
import chatroom.wire.HouseAct.Report;
import chatroom.wire.HouseAct.SetLockdown;
import chatroom.wire.HouseMessage.Audit;
import chatroom.wire.HouseMessage.Lockdown;
import chatroom.wire.HouseMessage.Reported;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Stats;
import chatroom.wire.StoredMessage.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Joe is an administrator, Mia a moderator; Ann and Bob are guests. */
class HouseActsTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.hello("Bob");
  private final Guest joe = hall.official("Joe", Role.ADMIN);
  private final Guest mia = hall.official("Mia", Role.MODERATOR);

  HouseActsTest() {
    settle();
  }

  private void settle() {
    List.of(ann, bob, joe, mia).forEach(Guest::heard);
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  private void assertRefused(Guest who, String code, ClientMessage act) {
    settle();
    who.say(act);
    assertEquals(code, code(who.heardOnly()));
    Stream.of(ann, bob, joe, mia)
        .filter(other -> other != who)
        .forEach(other -> assertEquals(List.of(), other.heard()));
  }

  private Audit audit(GetAudit asked) {
    joe.heard();
    joe.say(asked);
    return (Audit) joe.heardOnly();
  }

  private static List<Long> numbers(Audit audit) {
    return audit.content().stream().map(Audit.Entry::number).toList();
  }

  private void lock(boolean on) {
    joe.say(new SetLockdown(on, null));
    settle();
  }

  @Test
  void administratorsReadWhatWasDonePageByPage() {
    for (int i = 0; i < 2; i++) {
      lock(true);
      lock(false);
    }

    Audit newest = audit(new GetAudit(null, 3L, "a"));
    assertEquals(List.of(4L, 3L, 2L), numbers(newest));
    assertTrue(newest.hasMore());
    assertEquals("a", newest.ref());
    assertEquals("off", newest.content().get(0).detail());
    Audit rest = audit(new GetAudit(2L, null, null));
    assertEquals(List.of(1L), numbers(rest));
    assertFalse(rest.hasMore());
    assertEquals(List.of(), numbers(audit(new GetAudit(1L, 1_000L, null))));
  }

  @Test
  void aPageOfLongEntriesIsCut() {
    Guest eve = hall.hello("Eve");
    long message = said(bob, "bad");
    for (int i = 0; i < 40; i++) {
      eve.say(new Report(message, "\u0001".repeat(500), null));
      hall.node.nanoTime.pass(Order.REPORT_EACH);
    }
    Audit page = audit(new GetAudit(null, 50L, null));

    assertTrue(page.content().size() < 40, page.content().size() + " entries");
    assertTrue(page.hasMore());
  }

  @Test
  void nobodyElseReadsItOrLocksTheChatDown() {
    for (Guest who : List.of(ann, mia)) {
      assertRefused(who, "not_allowed", new GetAudit(null, null, null));
      assertRefused(who, "not_allowed", new SetLockdown(true, null));
    }
    assertRefused(joe, "invalid_format", new GetAudit(null, 0L, null));
    assertRefused(joe, "invalid_format", new SetLockdown(null, null));
    assertEquals(List.of(), numbers(audit(new GetAudit(null, null, null))));
  }

  @Test
  void allAreToldOfALockdownAndItIsShown() {
    joe.say(new SetLockdown(true, "l"));
    assertEquals("l", ((Lockdown) joe.heardOnly()).ref());
    for (Guest other : List.of(ann, bob, mia)) {
      assertTrue(((Lockdown) other.heardOnly()).content().on());
    }
    ann.say(new GetStats(null));
    assertEquals(true, ((Stats) ann.heardOnly()).content().lockdown());
    ann.say(new GetRooms(null));
    assertEquals(10, ((Rooms) ann.heardOnly()).content().get(0).slowMode());
    joe.say(new SetLockdown(true, "again"));
    assertEquals("again", ((Lockdown) joe.heardOnly()).ref());
    assertEquals(List.of(), bob.heard());
    assertEquals(List.of(1L), numbers(audit(new GetAudit(null, null, null))));
  }

  @Test
  void whileItIsLockedDownNobodyNewComesIn() {
    lock(true);
    for (Guest newcomer : List.of(hall.enter(), hall.hello("Zoe"), hall.resume("x", 0))) {
      assertEquals("not_allowed", code(newcomer.heardOnly()));
      assertEquals(List.of(Disconnect.UNAVAILABLE), newcomer.transport.closings());
    }
    assertEquals(List.of(), ann.heard());
    bob.end(Disconnect.PEER_GONE);
    assertEquals(bob.id(), hall.resume(bob.token(), 0).id());
    Guest mia2 = hall.hello(new Hello(null, null, null, null, "Mia", "correct horse", null, null));
    assertEquals(mia.id(), mia2.id());
    lock(false);
    assertTrue(hall.enter().welcome().userId() > 0);
  }

  @Test
  void whileItIsLockedDownThereAreNoNewRoomsAndAccountsAndMembersWait() {
    lock(true);
    assertRefused(ann, "not_allowed", new CreateRoom("plans", null, null, null, null));
    assertRefused(ann, "registration_closed", new Register("Anna", "correct horse", null, null));
    said(ann, "one");
    assertRefused(ann, "rate_limited", new Post("two", "general", null, null));
    hall.node.nanoTime.pass(Duration.ofSeconds(10));
    said(ann, "three");
    said(joe, "one");
    said(joe, "two");
    lock(false);
    said(ann, "four");
  }

  private long said(Guest who, String text) {
    who.heard();
    who.say(new Post(text, "general", "r" + text, null));
    return ((Ack) who.heardOnly()).id();
  }

  private static List<String> types(List<ServerMessage> heard) {
    return heard.stream().map(it -> it.getClass().getSimpleName()).toList();
  }

  @Test
  void whatIsReportedIsReadInTheRoomOfTheModerators() {
    long message = said(bob, "line one\nline two");
    settle();
    ann.say(new Report(message, "rude", "r"));

    Reported done = (Reported) ann.heardOnly();
    assertEquals("r", done.ref());
    assertEquals(message, done.content().messageId());
    assertEquals(List.of(), bob.heard());
    for (Guest official : List.of(joe, mia)) {
      List<ServerMessage> heard = official.heard();
      assertTrue(
          types(heard).containsAll(List.of("RoomJoined", "Users", "History", "Message")),
          types(heard).toString());
      Message told = (Message) heard.get(heard.size() - 1);
      assertEquals("moderators", told.room());
      assertEquals("System", told.fromName());
      assertEquals(
          "Report by Ann (%d): message %d of Bob (%d) in general\nReason: rude\n> line one\n> line two"
              .formatted(ann.id(), message, bob.id()),
          told.content());
    }
    assertEquals("report", audit(new GetAudit(null, null, null)).content().get(0).kind());
    joe.say(new Post("who is here", null, "j", null));
    assertTrue(types(ann.heard()).contains("Message"), "it is not the room that was joined last");
  }

  @Test
  void membersDoNotKnowOfThatRoomAndNobodyHasItsName() {
    assertRefused(ann, "room_not_found", new JoinRoom("moderators", null));
    assertRefused(joe, "room_not_found", new JoinRoom("moderators", null));
    assertRefused(ann, "room_exists", new CreateRoom("moderators", null, null, null, null));
    ann.say(new Report(said(bob, "bad"), null, null));
    settle();
    assertRefused(ann, "room_not_found", new JoinRoom("moderators", null));
    assertRefused(
        ann, "room_not_found", new ClientMessage.GetHistory("moderators", null, null, null, null));
    ann.say(new GetRooms(null));
    assertFalse(ann.heardOnly().toString().contains("moderators"));
    Guest guest =
        hall.hello(new Hello(null, null, Map.of("moderators", 0L), null, null, null, null, null));
    assertFalse(types(guest.heard()).contains("History"));
  }

  @Test
  void whoCannotReadAMessageReportsNone() {
    ann.say(new PrivatePost(Long.toString(bob.id()), "psst", "p", null));
    long whisper =
        ann.heard().stream()
            .filter(Ack.class::isInstance)
            .map(it -> ((Ack) it).id())
            .findAny()
            .orElseThrow();
    assertRefused(mia, "message_not_found", new Report(whisper, null, null));
    assertRefused(mia, "message_not_found", new Report(999L, null, null));
    assertRefused(mia, "message_not_found", new Report(null, null, null));
    assertRefused(mia, "invalid_format", new Report(whisper, "x".repeat(501), null));
    bob.say(new Report(whisper, "x".repeat(500), null));
    assertTrue(bob.heardOnly() instanceof Reported);
    ann.say(new Report(said(ann, "gone"), null, null));
  }

  @Test
  void nobodyReportsWithoutEnd() {
    long message = said(bob, "bad");
    for (int i = 0; i < Order.REPORTS_AT_ONCE; i++) {
      ann.say(new Report(message, null, null));
    }
    assertRefused(ann, "rate_limited", new Report(message, null, null));
    hall.node.nanoTime.pass(Order.REPORT_EACH);
    ann.say(new Report(message, null, null));
    assertTrue(ann.heardOnly() instanceof Reported);
  }
}
