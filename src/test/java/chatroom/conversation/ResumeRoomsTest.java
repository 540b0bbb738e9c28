package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage.GetRooms;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.LeaveRoom;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.RoomMessage.Join;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.StoredMessage.History;
import chatroom.wire.StoredMessage.Message;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ann, who is in general and random, loses her line; Bob is there, too, and in gaming. */
class ResumeRoomsTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.hello(rooms(Map.of("general", 0L, "random", 0L), null));
  private final Guest bob =
      hall.hello(rooms(Map.of("general", 0L, "random", 0L, "gaming", 0L), null));
  private final String token = ann.token();

  ResumeRoomsTest() {
    List.of(ann, bob).forEach(Guest::heard);
  }

  private static Hello rooms(@Nullable Map<String, Long> rooms, @Nullable String token) {
    return new Hello(null, null, rooms, token, null, null, null, null);
  }

  private Guest back(@Nullable Map<String, Long> rooms) {
    return hall.hello(rooms(rooms, token));
  }

  private void cut() {
    ann.end(Disconnect.PEER_GONE);
  }

  private void say(String room, String text) {
    bob.say(new Post(text, room, null, null));
  }

  /** Each as the room and what was said there, or who is there. */
  private static List<String> outline(List<ServerMessage> heard) {
    return heard.stream().map(ResumeRoomsTest::outline).toList();
  }

  private static String outline(ServerMessage said) {
    if (said instanceof Message message) {
      return message.room() + ": " + message.content();
    } else if (said instanceof Users users) {
      return users.room() + ", " + users.usersOnline();
    } else if (said instanceof History history) {
      return history.room() + " " + history.reset();
    }
    return said.getClass().getSimpleName();
  }

  @Test
  void theRoomsAreKeptAndWhatWasMissedInEachIsTold() {
    say("random", "one");
    cut();
    say("general", "two");
    say("random", "three");
    say("gaming", "four");
    Guest back = back(Map.of("general", 0L, "random", 1L));

    assertEquals(
        List.of("Welcome", "general, 2", "general: two", "random, 2", "random: three"),
        outline(back.heard()));
    assertEquals(List.of(), bob.heard());
    say("random", "five");
    assertEquals("random: five", outline(back.heardOnly()));
  }

  @Test
  void aRoomThatIsKeptAndNotNamedIsToldFromItsBeginning() {
    say("random", "one");
    cut();
    say("random", "two");

    assertEquals(
        List.of("Welcome", "general, 2", "random, 2", "random: one", "random: two"),
        outline(back(Map.of("general", 0L)).heard()));
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void aRoomThatIsNamedAndWasNotJoinedIsJoined() {
    cut();
    say("gaming", "one");
    say("gaming", "two");
    Guest back = back(Map.of("general", 0L, "random", 0L, "gaming", 1L));

    assertEquals(
        List.of("Welcome", "general, 2", "random, 2", "gaming, 2", "gaming: two"),
        outline(back.heard()));
    assertEquals("gaming", ((Join) bob.heardOnly()).room());
  }

  @Test
  void theRoomThatWasJoinedLastIsStillTheOneMeant() {
    ann.say(new JoinRoom("random", null));
    cut();
    Guest back = back(Map.of("general", 0L, "random", 0L));
    back.heard();
    back.say(new Post("hello", null, "r", null));

    assertEquals("random", ((Ack) back.heardOnly()).room());
  }

  @Test
  void aRoomThatWasLeftIsNotKept() {
    ann.say(new LeaveRoom("general", null));
    bob.heard();
    cut();

    assertEquals(List.of("Welcome", "random, 2"), outline(back(Map.of("random", 0L)).heard()));
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void afterTheWindowEveryRoomIsLeftAndThoseThatAreNamedAreJoinedAgain() {
    cut();
    hall.timer.pass(Hall.WINDOW);
    assertEquals(
        List.of("random", "general"), bob.heard().stream().map(it -> ((Leave) it).room()).toList());
    say("random", "one");
    Guest back = back(Map.of("random", 0L));

    assertEquals(List.of("Welcome", "random, 2", "random: one"), outline(back.heard()));
    assertEquals("random", ((Join) bob.heardOnly()).room());
  }

  @Test
  void whoIsHeldCountsInEachRoom() {
    cut();
    bob.say(new GetRooms(null));

    assertEquals(
        List.of(2, 2, 1),
        ((Rooms) bob.heardOnly()).content().stream().map(Rooms.Listed::usersOnline).toList());
  }

  @Test
  void aSecondLineTakesAllRoomsOver() {
    Guest second = back(Map.of("general", 0L, "random", 0L));
    second.heard();
    say("random", "hello");
    say("general", "hello");

    assertEquals(List.of("random: hello", "general: hello"), outline(second.heard()));
    assertEquals(List.of(), outline(ann.heard()));
  }

  @Test
  void whatIsStoredAfterTheLineWasReplacedIsToldTheNewOneWhereItIsStillIn() {
    hall.log.slowDown();
    ann.say(new Post("stayed", "general", null, null));
    ann.say(new Post("left", "random", null, null));
    Guest second = back(Map.of("general", 0L, "random", 0L));
    second.say(new LeaveRoom("random", null));
    second.heard();
    hall.log.commit();

    assertEquals(List.of("general: stayed"), outline(second.heard()));
  }
}
