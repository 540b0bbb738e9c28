package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.RoomName;
import chatroom.room.RoomTerms;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.ClientMessage.GetMembers;
import chatroom.wire.ClientMessage.Invite;
import chatroom.wire.ClientMessage.Ping;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.ClientMessage.Uninvite;
import chatroom.wire.RoomChange.MemberAdded;
import chatroom.wire.RoomMessage.Members;
import chatroom.wire.RoomMessage.Members.Membership;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Pong;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The owner of a room is told who was invited, here or away, and who may write. */
class MemberListTest {
  private final Hall hall = new Hall(new RoomTerms(true, 50));
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.hello("Bob");
  private final Guest eve = hall.hello("Eve");

  @BeforeEach
  void annMakesAPrivateRoomForAnnouncements() {
    ann.say(new CreateRoom("news", null, true, true, null));
    settle();
  }

  private void settle() {
    List.of(ann, bob, eve).forEach(Guest::heard);
  }

  private void invite(Guest who, boolean mayWrite) {
    ann.say(new Invite("news", "" + who.id(), mayWrite, null));
    settle();
  }

  private Members asked() {
    ann.say(new GetMembers("news", "m"));
    return (Members) ann.heardOnly();
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  private Membership annHerself() {
    return new Membership(ann.id(), "Ann", true, true, true);
  }

  /** The connection of somebody ends, and nobody waits for them any more. */
  private void goes(Guest who) {
    who.end(Disconnect.PEER_GONE);
    hall.timer.pass(Hall.WINDOW);
    settle();
  }

  @Test
  void theOwnerComesFirstThenTheOthersByTheirNumber() {
    invite(eve, false);
    invite(bob, true);

    assertEquals(
        new Members(
            Hall.NOW,
            "news",
            3,
            "m",
            List.of(
                annHerself(),
                new Membership(bob.id(), "Bob", true, null, true),
                new Membership(eve.id(), "Eve", false, null, true))),
        asked());
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void whoIsAwayIsCalledAsTheyWereLast() {
    invite(bob, false);
    bob.say(new SetName("Robert", null));
    goes(bob);

    assertEquals(
        List.of(annHerself(), new Membership(bob.id(), "Robert", false, null, null)),
        asked().content());
  }

  @Test
  void whoNeverComesBackIsCalledByTheirNumber() {
    Guest carl = hall.settled();
    carl.say(new SetName("Carl", null));
    invite(carl, false);
    carl.end(Disconnect.PEER_GONE);
    settle();

    assertEquals("User" + carl.id(), asked().content().get(1).userName());
  }

  @Test
  void ofOneWhoIsAwayTheRightToWriteIsTakenAndGivenAgain() {
    invite(bob, true);
    goes(bob);
    for (boolean mayWrite : new boolean[] {false, true}) {
      ann.say(new Invite("news", "" + bob.id(), mayWrite, "i"));

      assertEquals(
          new MemberAdded.Member(bob.id(), "Bob", mayWrite),
          ((MemberAdded) ann.heardOnly()).content());
      assertEquals(mayWrite, asked().content().get(1).mayWrite());
      assertEquals(mayWrite, hall.chat.rooms().mayWrite(bob.id(), new RoomName("news")));
    }
  }

  @Test
  void whoIsAwayAndWasNotInvitedIsNotFound() {
    goes(bob);
    ann.say(new Invite("news", "" + bob.id(), true, null));

    assertEquals("user_not_found", code(ann.heardOnly()));
    assertEquals(List.of(annHerself()), asked().content());
  }

  @Test
  void whoIsInvitedNoMoreIsNotListed() {
    invite(bob, true);
    goes(bob);
    ann.say(new Uninvite("news", "" + bob.id(), null));
    settle();

    assertEquals(List.of(annHerself()), asked().content());
  }

  @Test
  void whoIsInvitedAndDoesNotOwnTheRoomIsRefused() {
    invite(bob, true);
    bob.say(new GetMembers("news", "m"));

    assertEquals("not_allowed", code(bob.heardOnly()));
  }

  @Test
  void aStrangerIsAnsweredAsOfARoomThatDoesNotExist() {
    eve.say(new GetMembers("news", "m"));
    ServerMessage ofThis = eve.heardOnly();
    eve.say(new GetMembers("no-such-room", "m"));

    assertEquals(eve.heardOnly(), ofThis);
    assertEquals("room_not_found", code(ofThis));
  }

  @Test
  void aRoomOfTheSettingsHasNoOwnerWhoCouldAsk() {
    ann.say(new GetMembers("general", "m"));

    assertEquals("not_allowed", code(ann.heardOnly()));
  }

  @Test
  void ifNamesCannotBeKnownNowThatIsSaidAndTheRightStays() {
    invite(bob, true);
    goes(bob);
    hall.guests.setAway(true);
    ann.say(new GetMembers("news", "m"));
    assertEquals("unavailable", code(ann.heardOnly()));
    ann.say(new Invite("news", "" + bob.id(), false, "i"));
    Failure failure = (Failure) ann.heardOnly();

    assertEquals("unavailable", failure.content().code());
    assertEquals("i", failure.content().ref());
    hall.guests.setAway(false);
    assertEquals("Bob", asked().content().get(1).userName());
    assertEquals(true, asked().content().get(1).mayWrite());
  }

  @Test
  void whatIsAskedNextWaitsForTheNamesAndWhatTheOthersSayDoesNot() {
    invite(bob, true);
    goes(bob);
    List<Runnable> waiting = new ArrayList<>();
    hall.readers = waiting::add;
    ann.say(new GetMembers("news", "m"));
    ann.say(new Ping("p"));
    eve.say("hello");

    assertFalse(ann.heard().stream().anyMatch(it -> it instanceof Members || it instanceof Pong));
    waiting.forEach(Runnable::run);
    assertEquals(
        List.of("Members", "Pong"),
        ann.heard().stream().map(it -> it.getClass().getSimpleName()).toList());
  }

  @Test
  void noMoreThanAThousandAreListedAndAllAreCounted() {
    for (long userId = 1_000; userId < 2_000; userId++) {
      hall.chat.rooms().rights().invite(new RoomName("news"), userId, true);
    }

    Members told = asked();
    assertEquals(1_001, told.membersCount());
    assertEquals(1_000, told.content().size());
    assertEquals(annHerself(), told.content().get(0));
    assertEquals(1_998, told.content().get(999).userId());
  }
}
