package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Ignore;
import chatroom.wire.RoomChange.MemberAdded;
import chatroom.wire.RoomMessage.RoomJoined;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.Signal.Ignored;
import chatroom.wire.StoredMessage.PrivateMessageSent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is ignored is not heard, and does not learn of it. */
class IgnoringTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.hello("Bob");
  private final Guest eve = hall.hello("Eve");

  @BeforeEach
  void allHaveListened() {
    List.of(ann, bob, eve).forEach(Guest::heard);
  }

  private void ignore(Guest other, boolean on) {
    ann.say(new Ignore("" + other.id(), on, null));
  }

  private void whisper(Guest from) {
    from.say(new ClientMessage.PrivatePost("" + ann.id(), "psst", null, null));
  }

  private static Ignored ignored(Guest... people) {
    Set<Long> ids = new HashSet<>();
    List.of(people).forEach(it -> ids.add(it.id()));
    return Ignored.of(ids, null, Hall.NOW);
  }

  @Test
  void oneIsToldWhomOneIgnoresAndNobodyElseIs() {
    ignore(bob, true);
    assertEquals(ignored(bob), ann.heardOnly());
    ignore(eve, true);
    assertEquals(ignored(bob, eve), ann.heardOnly());
    ignore(bob, false);
    assertEquals(ignored(eve), ann.heardOnly());
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void theirPrivateMessagesAreStoredButNotHeard() {
    ignore(bob, true);
    ann.heard();
    whisper(bob);

    assertEquals(List.of(), ann.heard());
    assertTrue(bob.heardOnly() instanceof PrivateMessageSent);
    assertEquals(1, hall.log.stored());
    ignore(bob, false);
    ann.heard();
    whisper(bob);
    assertEquals(1, ann.heard().size());
  }

  @Test
  void thatTheyInviteIsNotHeardAndTheInvitationStands() {
    ignore(bob, true);
    bob.say(new ClientMessage.CreateRoom("plans", null, true, null, null));
    List.of(ann, bob).forEach(Guest::heard);
    bob.say(new ClientMessage.Invite("plans", "" + ann.id(), null, "r"));

    assertTrue(bob.heardOnly() instanceof MemberAdded);
    assertEquals(List.of(), ann.heard());
    ann.say(new ClientMessage.JoinRoom("plans", null));
    assertTrue(ann.heard().get(0) instanceof RoomJoined);
  }

  @Test
  void whatTheySayIsNotUnread() {
    ignore(bob, true);
    bob.say("x");
    whisper(bob);
    eve.say("y");
    ann.heard();
    ann.say(new ClientMessage.GetRooms(null));

    Rooms rooms = (Rooms) ann.heardOnly();
    assertEquals(1, rooms.content().get(0).unread());
    assertEquals(0, rooms.content().get(3).unread());
  }

  @Test
  void thatTheyTypeIsToldToTheOthersAlone() {
    ignore(bob, true);
    ann.heard();
    bob.say(new ClientMessage.Type(true, null, null, null));
    bob.say(new ClientMessage.Type(true, null, "" + ann.id(), null));

    assertEquals(List.of(), ann.heard());
    assertEquals(1, eve.heard().size());
  }

  @Test
  void whoComesBackStillIgnoresThemAndIsTold() {
    ignore(bob, true);
    String token = ann.token();
    ann.end(Disconnect.PEER_LEFT);
    Guest back = hall.resume(token, 0);

    assertEquals(ignored(bob), back.heard().get(1));
    bob.say(new ClientMessage.Type(true, null, null, null));
    assertEquals(List.of(), back.heard());
  }

  @Test
  void whoLeftForGoodIgnoresNobodyHere() {
    ignore(bob, true);
    ann.end(Disconnect.PEER_LEFT);
    bob.heard();
    bob.say(new ClientMessage.Type(true, null, null, null));

    assertEquals(Set.of(), hall.chat.seats().ignoreLists().ignorersOf(bob.id()));
  }

  @Test
  void thereIsABound() {
    for (int i = 0; i < IgnoreLists.MOST; i++) {
      ann.say(new Ignore("" + (1_000 + i), true, null));
    }
    ann.heard();
    ann.say(new Ignore("999", true, "r"));
    assertRefused("not_allowed", ann.heardOnly());
    ann.say(new Ignore("1000", true, null));
    assertTrue(ann.heardOnly() instanceof Ignored);
    ann.say(new Ignore("1000", false, null));
    ann.say(new Ignore("999", true, null));
    assertTrue(ann.heard().stream().allMatch(Ignored.class::isInstance));
  }

  private static void assertRefused(String code, ServerMessage answer) {
    assertEquals(code, ((Failure) answer).content().code());
    assertEquals("r", ((Failure) answer).content().ref());
  }

  @Test
  void whatCannotBeIgnoredIsRefused() {
    ann.say(new Ignore("" + ann.id(), true, "r"));
    assertRefused("not_allowed", ann.heardOnly());
    ann.say(new Ignore("x", true, "r"));
    assertRefused("user_not_found", ann.heardOnly());
    ann.say(new Ignore(null, true, "r"));
    assertRefused("user_not_found", ann.heardOnly());
    ann.say(new Ignore("" + bob.id(), null, "r"));
    assertRefused("invalid_format", ann.heardOnly());
    hall.notes.setAway(true);
    ann.say(new Ignore("" + bob.id(), true, "r"));
    assertRefused("unavailable", ann.heardOnly());
    whisper(bob);
    assertEquals(1, ann.heard().size());
  }
}
