package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.RoomTerms;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.ClientMessage.Delete;
import chatroom.wire.ClientMessage.GetHistory;
import chatroom.wire.ClientMessage.Invite;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.LeaveRoom;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.RoomChange.RoomCreated;
import chatroom.wire.RoomMessage.RoomJoined;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A room that is of no use to anybody is forgotten, and nothing that was said ever is. */
class UnusedRoomsTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final String JOINED = RoomJoined.class.getSimpleName();
  private static final String CREATED = RoomCreated.class.getSimpleName();

  private final Hall hall = new Hall(new RoomTerms(true, 2));
  private final UnusedRooms unused =
      new UnusedRooms(hall.chat.rooms(), hall.chat.listing(), hall.node.clock);
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.hello("Bob");

  private void make(boolean byInvitation) {
    ann.say(new CreateRoom("plans", null, byInvitation, null, null));
  }

  private void annLeaves() {
    ann.say(new LeaveRoom("plans", null));
  }

  private void pass(Duration time) {
    hall.node.clock.pass(time);
    unused.sweep();
  }

  /** The type of the first thing that is answered, or the code of the refusal. */
  private static String answer(Guest guest, ClientMessage said) {
    guest.heard();
    guest.say(said);
    ServerMessage answer = guest.heard().get(0);
    return answer instanceof Failure failure
        ? failure.content().code()
        : answer.getClass().getSimpleName();
  }

  private String bobJoins() {
    return answer(bob, new JoinRoom("plans", null));
  }

  private static CreateRoom create(String room) {
    return new CreateRoom(room, null, null, null, null);
  }

  @Test
  void inWhichNothingWasSaidAndNobodyHasBeenForTwoDays() {
    make(false);
    annLeaves();
    pass(UnusedRooms.KEPT.minus(MOMENT));
    assertEquals("room_exists", answer(bob, create("plans")));
    pass(MOMENT);

    assertEquals("room_not_found", bobJoins());
    assertEquals(CREATED, answer(bob, create("plans")));
  }

  @Test
  void butNotWhileSomebodyIsInItOrMayComeBackToIt() {
    make(false);
    pass(UnusedRooms.KEPT);
    assertEquals(JOINED, bobJoins());
    annLeaves();
    bob.end(Disconnect.PEER_GONE);
    pass(UnusedRooms.KEPT);

    assertEquals("room_exists", answer(ann, create("plans")));
  }

  @Test
  void norWhereSomethingWasSaidThoughItWasDeleted() {
    make(false);
    ann.say(new Post("hello", null, null, null));
    ann.say(new Delete(1L, null));
    annLeaves();
    pass(UnusedRooms.KEPT);

    assertEquals(JOINED, bobJoins());
  }

  @Test
  void norOneThatSomebodyHasAskedFor() {
    make(false);
    annLeaves();
    pass(UnusedRooms.KEPT.minus(MOMENT));
    bob.say(new GetHistory("plans", null, null, null, null));
    pass(UnusedRooms.KEPT.minus(MOMENT));
    assertEquals(JOINED, bobJoins());
    bob.say(new LeaveRoom("plans", null));
    pass(UnusedRooms.KEPT.minus(MOMENT));

    assertEquals(JOINED, bobJoins());
  }

  @Test
  void norForAMonthOneIntoWhichSomebodyWasInvited() {
    make(true);
    ann.say(new Invite("plans", Long.toString(bob.id()), null, null));
    annLeaves();
    pass(UnusedRooms.KEPT_FOR_INVITED.minus(MOMENT));

    assertEquals(JOINED, bobJoins());
  }

  @Test
  void norOneOfTheSettings() {
    pass(UnusedRooms.KEPT);

    assertEquals(JOINED, answer(bob, new JoinRoom("random", null)));
  }

  @Test
  void whoWasInvitedIntoItIsNotIntoTheNextOneOfThatName() {
    make(true);
    ann.say(new Invite("plans", Long.toString(bob.id()), null, null));
    annLeaves();
    pass(UnusedRooms.KEPT_FOR_INVITED);
    make(true);

    assertEquals("room_not_found", bobJoins());
  }

  @Test
  void itsOwnerMayMakeAnotherOne() {
    for (String room : new String[] {"a", "b"}) {
      assertEquals(CREATED, answer(ann, create(room)));
      ann.say(new LeaveRoom(room, null));
    }
    assertEquals("not_allowed", answer(ann, create("c")));
    pass(UnusedRooms.KEPT);

    assertEquals(CREATED, answer(ann, create("c")));
  }

  @Test
  void aNameIsFreeWhenItIsKeptThatItIs() {
    make(false);
    annLeaves();
    hall.charters.slowDown();
    pass(UnusedRooms.KEPT);
    assertEquals("room_not_found", bobJoins());
    assertEquals("room_exists", answer(bob, create("plans")));
    hall.charters.keep();
    bob.heard();
    bob.say(create("plans"));
    hall.charters.keep();

    assertEquals(CREATED, bob.heard().get(0).getClass().getSimpleName());
  }

  @Test
  void ifThatCannotBeKeptItsNameIsNobodys() {
    make(false);
    annLeaves();
    hall.charters.setAway(true);
    pass(UnusedRooms.KEPT);
    hall.charters.setAway(false);
    pass(UnusedRooms.KEPT);

    assertEquals("room_not_found", bobJoins());
    assertEquals("room_exists", answer(bob, create("plans")));
  }
}
