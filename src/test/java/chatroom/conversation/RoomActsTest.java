package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.RoomTerms;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.ArchiveRoom;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.ClientMessage.GetRooms;
import chatroom.wire.ClientMessage.Invite;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.Ping;
import chatroom.wire.ClientMessage.SetTopic;
import chatroom.wire.ClientMessage.Uninvite;
import chatroom.wire.RoomChange.MemberAdded;
import chatroom.wire.RoomChange.RoomTopic;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Pong;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done to rooms is so when it is kept, and not before. */
class RoomActsTest {
  private final Hall hall = new Hall(new RoomTerms(true, 2_000));
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.hello("Bob");

  RoomActsTest() {
    settle();
  }

  private void settle() {
    List.of(ann, bob).forEach(Guest::heard);
  }

  private static CreateRoom create(String room) {
    return new CreateRoom(room, null, null, null, "r");
  }

  private void inPrivate() {
    ann.say(new CreateRoom("plans", null, true, null, null));
    ann.say(new Invite("plans", Long.toString(bob.id()), null, null));
    bob.say(new JoinRoom("plans", null));
    settle();
  }

  private static List<String> types(List<ServerMessage> heard) {
    return heard.stream().map(it -> it.getClass().getSimpleName()).toList();
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  private List<String> names(Guest guest) {
    guest.say(new GetRooms(null));
    return ((Rooms) guest.heardOnly()).content().stream().map(Rooms.Listed::name).toList();
  }

  @Test
  void aRoomIsThereWhenItIsKept() {
    hall.charters.slowDown();
    ann.say(create("plans"));
    ann.say(new Ping("p"));

    assertEquals(List.of(), ann.heard());
    assertEquals(List.of("general", "random", "gaming"), names(bob));
    hall.charters.keep();
    assertEquals(
        List.of("RoomCreated", "RoomJoined", "Users", "History", "Pong"), types(ann.heard()));
    assertEquals(List.of("general", "random", "gaming", "plans"), names(bob));
  }

  @Test
  void twoWhoWantTheSameNameGetOneRoom() {
    hall.charters.slowDown();
    ann.say(create("plans"));
    bob.say(create("Plans"));

    assertEquals("room_exists", code(bob.heardOnly()));
    hall.charters.keep();
    assertEquals("RoomCreated", types(ann.heard()).get(0));
  }

  @Test
  void aRoomThatIsNotKeptIsNotThereAndItsNameIsFree() {
    hall.charters.setAway(true);
    ann.say(create("plans"));

    Failure failure = (Failure) ann.heardOnly();
    assertEquals("unavailable", failure.content().code());
    assertEquals("r", failure.content().ref());
    assertEquals(List.of("general", "random", "gaming"), names(bob));
    hall.charters.setAway(false);
    bob.say(create("plans"));
    assertEquals("RoomCreated", types(bob.heard()).get(0));
  }

  @Test
  void whatIsNotKeptOfARoomIsNotSo() {
    inPrivate();
    hall.charters.setAway(true);
    List<ClientMessage> acts =
        List.of(
            new SetTopic("plans", "x", "r"),
            new ArchiveRoom("plans", true, "r"),
            new Uninvite("plans", Long.toString(bob.id()), "r"));
    for (ClientMessage act : acts) {
      ann.say(act);
      assertEquals("unavailable", code(ann.heardOnly()));
    }

    assertEquals(List.of(), bob.heard());
    assertTrue(names(bob).contains("plans"));
    bob.say(new ClientMessage.Post("hello", "plans", null, null));
    assertEquals("Message", types(ann.heard()).get(0));
  }

  @Test
  void topicsAreToldInTheOrderInWhichTheyAreKept() {
    hall.charters.slowDown();
    ann.say(new SetTopic("general", "first", null));
    bob.say(new SetTopic("general", "second", null));
    ann.say(new Ping(null));
    hall.charters.keep();

    List<ServerMessage> heard = ann.heard();
    assertEquals("first", ((RoomTopic) heard.get(0)).content().topic());
    assertEquals("second", ((RoomTopic) heard.get(heard.indexOf(last(heard)))).content().topic());
    assertTrue(heard.stream().anyMatch(Pong.class::isInstance));
  }

  private static ServerMessage last(List<ServerMessage> heard) {
    return heard.stream()
        .filter(RoomTopic.class::isInstance)
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  @Test
  void aRoomIsThereAlsoIfItsMakerIsGoneWhenItIsKept() {
    hall.charters.slowDown();
    ann.say(create("plans"));
    ann.end(Disconnect.PEER_GONE);
    hall.charters.keep();

    assertTrue(names(bob).contains("plans"));
    bob.say(new JoinRoom("plans", null));
    assertEquals(List.of("RoomJoined", "Users", "History"), types(bob.heard()));
  }

  @Test
  void aRoomIsEnteredOnTheLineThatItsMakerHasWhenItIsKept() {
    hall.charters.slowDown();
    ann.say(create("plans"));
    ann.end(Disconnect.PEER_GONE);
    Guest back = hall.resume(ann.token(), 0);
    back.heard();
    hall.charters.keep();

    assertEquals(List.of("RoomCreated", "RoomJoined", "Users", "History"), types(back.heard()));
    bob.say(new JoinRoom("plans", null));
    bob.say(new ClientMessage.Post("hello", "plans", null, null));
    assertEquals(List.of("Join", "Message"), types(back.heard()));
  }

  @Test
  void whoIsInvitedAlreadyWithTheSameRightIsToldToNobodyAnew() {
    inPrivate();
    Invite again = new Invite("plans", Long.toString(bob.id()), null, "again");
    ann.say(again);

    MemberAdded answer = (MemberAdded) ann.heardOnly();
    assertEquals("again", answer.ref());
    assertEquals(List.of(), bob.heard());
    ann.say(new Uninvite("plans", Long.toString(bob.id()), null));
    settle();
    ann.say(again);
    assertEquals(List.of("Invited"), types(bob.heard()));
  }

  @Test
  void whoMayWriteFromNowOnIsToldSo() {
    ann.say(new CreateRoom("news", null, true, true, null));
    String toId = Long.toString(bob.id());
    ann.say(new Invite("news", toId, false, null));
    settle();
    ann.say(new Invite("news", toId, false, null));
    assertEquals(List.of(), bob.heard());
    ann.say(new Invite("news", toId, true, null));
    assertEquals(List.of("Invited"), types(bob.heard()));
  }

  @Test
  void whoIsHeldAndInvitedNoMoreIsOut() {
    inPrivate();
    bob.end(Disconnect.PEER_GONE);
    ann.say(new Uninvite("plans", Long.toString(bob.id()), null));

    assertEquals(List.of("MemberRemoved", "Leave"), types(ann.heard()));
    Guest back = hall.resume(bob.token(), 0);
    assertEquals(List.of("Welcome", "Users"), types(back.heard()));
  }

  @Test
  void aListHasNoMoreThanAThousandOfTheOthersAndAllThatIsOnesOwn() {
    for (int room = 0; room < RoomList.MAX_LISTED; room++) {
      ann.say(create("a" + room));
    }
    bob.say(new JoinRoom("a999", null));
    settle();
    bob.say(create("zz"));
    bob.heard();

    List<String> names = names(bob);
    assertEquals(3 + RoomList.MAX_LISTED, names.size());
    assertTrue(names.containsAll(List.of("general", "a999", "zz")));
  }
}
