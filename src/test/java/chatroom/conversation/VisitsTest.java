package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.room.Unread;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.GetHistory;
import chatroom.wire.ClientMessage.GetRooms;
import chatroom.wire.ClientMessage.GetUsers;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.LeaveRoom;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.RoomMessage.Join;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.RoomMessage.Presence;
import chatroom.wire.RoomMessage.RoomJoined;
import chatroom.wire.RoomMessage.RoomLeft;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.RoomMessage.UserRenamed;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.StoredMessage.History;
import chatroom.wire.StoredMessage.Message;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ann goes in and out of rooms; Bob is in general, and Eve in general and random. */
class VisitsTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.enter();
  private final Guest bob = hall.enter();
  private final Guest eve = hall.enter();

  VisitsTest() {
    eve.say(new JoinRoom("random", null));
    settle();
  }

  private void settle() {
    List.of(ann, bob, eve).forEach(Guest::heard);
  }

  private void join(String room) {
    ann.say(new JoinRoom(room, null));
    settle();
  }

  private void leave(String room) {
    ann.say(new LeaveRoom(room, null));
    settle();
  }

  private void assertRefused(Code code, ClientMessage message) {
    ann.say(message);

    assertEquals(
        Failure.of(new Rejection(code).answering(message.ref()), Hall.NOW), ann.heardOnly());
    assertEquals(List.of(), bob.heard());
    assertEquals(List.of(), eve.heard());
  }

  /** Where a message goes that names no room. */
  private String current() {
    ann.say(new Post("hello", null, "r" + hall.log.stored(), null));
    String room = ((Ack) ann.heardOnly()).room();
    settle();
    return room;
  }

  @Test
  void whoJoinsARoomIsToldHowItIsThereAndTheOthersOfIt() {
    eve.say("hello, nobody");
    ann.say(new JoinRoom("random", "r"));

    List<ServerMessage> heard = ann.heard();
    assertEquals(new RoomJoined(Hall.NOW, "random", "r"), heard.get(0));
    Users users = (Users) heard.get(1);
    assertEquals("random", users.room());
    assertEquals(List.of(3L, 1L), users.content().stream().map(Users.User::id).toList());
    assertEquals(2, users.usersOnline());
    History history = (History) heard.get(2);
    assertEquals("random", history.room());
    assertEquals("hello, nobody", ((Message) history.content().get(0)).content());
    assertEquals(3, heard.size());
    assertEquals(
        new Join(Hall.NOW, 1, "User1", "random", new Presence(1, "User1", 2)), eve.heardOnly());
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void whoIsInARoomAlreadyIsToldAgainAndNobodyElseHears() {
    join("random");
    ann.say(new JoinRoom("random", "again"));

    List<ServerMessage> heard = ann.heard();
    assertEquals(new RoomJoined(Hall.NOW, "random", "again"), heard.get(0));
    assertEquals(2, ((Users) heard.get(1)).usersOnline());
    assertEquals(History.class, heard.get(2).getClass());
    assertEquals(List.of(), eve.heard());
  }

  @Test
  void whoLeavesARoomHearsNothingOfItAnyMore() {
    join("random");
    ann.say(new LeaveRoom("random", "r"));
    eve.say("alone again");

    assertEquals(new RoomLeft(Hall.NOW, "random", "r"), ann.heardOnly());
    assertEquals(
        new Leave(Hall.NOW, 0, "System", "random", new Presence(1, "User1", 1)), eve.heardOnly());
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void aMessageGoesToItsRoomAloneAndCountsThere() {
    ann.say("in general");
    join("random");
    ann.say(new Post("in random", "random", "r", null));

    assertEquals(new Ack(Hall.NOW, "r", 2, 1, "random"), ann.heardOnly());
    Message heard = (Message) eve.heardOnly();
    assertEquals("in random", heard.content());
    assertEquals("random", heard.room());
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void aMessageWithoutARoomGoesToTheOneJoinedLast() {
    assertEquals("general", current());
    join("gaming");
    assertEquals("gaming", current());
    join("random");
    assertEquals("random", current());
    join("gaming");
    assertEquals("gaming", current());
    leave("random");
    assertEquals("gaming", current());
    leave("gaming");
    assertEquals("general", current());
  }

  @Test
  void whoHasLeftTheLastRoomIsInNoneAndMayComeBack() {
    leave("general");
    assertRefused(Code.NOT_IN_ROOM, new Post("hello", null, "r", null));
    assertRefused(Code.NOT_IN_ROOM, new GetUsers(null, "r"));
    assertRefused(Code.NOT_IN_ROOM, new GetHistory(null, null, null, null, "r"));
    assertEquals(0, hall.log.stored());
    ann.say("");
    assertEquals(List.of(), ann.heard());
    bob.say("are you there?");
    assertEquals(List.of(), ann.heard());
    join("general");

    assertEquals("general", current());
  }

  @Test
  void onlyMembersPost() {
    assertRefused(Code.NOT_IN_ROOM, new Post("hello", "random", "r", null));
    assertRefused(Code.ROOM_NOT_FOUND, new Post("hello", "nowhere", "r", null));
    join("random");
    leave("random");
    assertRefused(Code.NOT_IN_ROOM, new Post("hello", "random", "r", null));

    assertEquals(0, hall.log.stored());
  }

  @Test
  void anOpenRoomIsReadFromOutside() {
    eve.say("hello");
    ann.say(new GetHistory("random", null, null, null, "r"));
    ann.say(new GetUsers("random", null));

    List<ServerMessage> heard = ann.heard();
    assertEquals("hello", ((Message) ((History) heard.get(0)).content().get(0)).content());
    assertEquals(1, ((Users) heard.get(1)).usersOnline());
    assertEquals(List.of(), eve.heard());
  }

  @Test
  void aQuestionWithoutARoomIsAboutTheOneJoinedLast() {
    join("random");
    ann.say(new GetUsers(null, null));
    assertEquals("random", ((Users) ann.heardOnly()).room());
    ann.say(new GetHistory(null, null, null, null, null));

    assertEquals("random", ((History) ann.heardOnly()).room());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "@2", "@"})
  void whatNobodyJoinsOrLeavesIsNoRoom(@Nullable String name) {
    assertRefused(Code.INVALID_ROOM, new JoinRoom(name, "r"));
    assertRefused(Code.INVALID_ROOM, new LeaveRoom(name, "r"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "General", " general", "general ", "gen\u0435ral", "\0"})
  void aRoomThatIsNotThereIsNeitherJoinedNorLeft(String name) {
    assertRefused(Code.ROOM_NOT_FOUND, new JoinRoom(name, "r"));
    assertRefused(Code.ROOM_NOT_FOUND, new LeaveRoom(name, null));
  }

  @Test
  void whoIsNotInARoomDoesNotLeaveIt() {
    assertRefused(Code.NOT_IN_ROOM, new LeaveRoom("random", "r"));
  }

  private static Rooms.Listed described(String name, int online, long lastSeq, boolean joined) {
    return new Rooms.Listed(
        name, null, "", online, lastSeq, joined, null, null, null, null, true, null, null);
  }

  @Test
  void allRoomsAreToldInTheirOrderWithWhoIsThereAndHowFarTheyAre() {
    eve.say("one");
    eve.say("two");
    bob.say("three");
    settle();
    ann.say(new GetRooms("r"));

    assertEquals(
        new Rooms(
            Hall.NOW,
            "r",
            List.of(
                described("general", 3, 1, true).with(0, new Unread(1, 0)),
                described("random", 1, 2, false),
                described("gaming", 0, 0, false))),
        ann.heardOnly());
  }

  @Test
  void aNewNameIsToldOnceForEachSharedRoom() {
    join("random");
    join("gaming");
    ann.say(new SetName("Ann", null));

    assertEquals("general", ((UserRenamed) bob.heardOnly()).room());
    assertEquals(
        List.of("general", "random"),
        eve.heard().stream().map(it -> ((UserRenamed) it).room()).toList());
    assertEquals(1, ann.heard().size());
    eve.say(new GetUsers("random", null));
    assertEquals("Ann", ((Users) eve.heardOnly()).content().get(1).name());
  }

  @Test
  void whoGoesLeavesEveryRoom() {
    join("random");
    join("gaming");
    ann.end(Disconnect.PEER_LEFT);

    assertEquals("general", ((Leave) bob.heardOnly()).room());
    assertEquals(
        List.of("general", "random"), eve.heard().stream().map(it -> ((Leave) it).room()).toList());
    bob.say(new GetRooms(null));
    assertEquals(
        List.of(2, 1, 0),
        ((Rooms) bob.heardOnly()).content().stream().map(Rooms.Listed::usersOnline).toList());
  }

  @Test
  void joiningAndLeavingCostAsQuestionsDo() {
    Guest visitor = new Hall().settled();
    IntStream.range(0, 50)
        .forEach(
            i -> {
              visitor.say(new JoinRoom("random", null));
              visitor.say(new LeaveRoom("random", null));
            });
    visitor.heard();
    visitor.say(new JoinRoom("random", "r"));

    assertEquals(
        new Failure.Reason("Too many messages", "rate_limited", "r", 10L),
        ((Failure) visitor.heardOnly()).content());
  }

  @ParameterizedTest
  @CsvSource({"join", "leave"})
  void aLineThatWasReplacedMovesNobody(String what) {
    Guest first = hall.hello("Zoe");
    Guest second = hall.resume(first.token(), 0);
    List.of(first, second).forEach(Guest::heard);
    settle();
    first.say(what.equals("join") ? new JoinRoom("random", null) : new LeaveRoom("general", null));
    second.say(new GetRooms(null));

    assertEquals(
        List.of(4, 1, 0),
        ((Rooms) second.heardOnly()).content().stream().map(Rooms.Listed::usersOnline).toList());
    assertEquals(List.of(), eve.heard());
  }

  @Test
  void whatIsSaidAfterJoiningWaitsForIt() {
    hall.log.slowDown();
    ann.say(new Post("in general", null, "r1", null));
    ann.say(new JoinRoom("random", null));
    ann.say(new Post("in random", null, "r2", null));
    hall.log.commit();
    hall.log.commit();

    List<ServerMessage> heard = ann.heard();
    assertEquals("general", ((Ack) heard.get(0)).room());
    assertEquals(RoomJoined.class, heard.get(1).getClass());
    assertEquals("random", ((Ack) heard.get(4)).room());
  }

  @Test
  void whereTheLogCannotBeReadOneIsInAllTheSameAndIsToldSo() {
    hall.log.setAway(true);
    ann.say(new JoinRoom("random", "r"));

    List<ServerMessage> heard = ann.heard();
    assertEquals(
        List.of(RoomJoined.class, Users.class, Failure.class),
        heard.stream().map(Object::getClass).toList());
    assertEquals(Failure.of(Refusals.unavailable(), Hall.NOW), heard.get(2));
    assertEquals(List.of(), ann.transport.closings());
    hall.timer.pass(Duration.ofMinutes(1));
    assertEquals(Join.class, eve.heardOnly().getClass());
  }
}
