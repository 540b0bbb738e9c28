package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage.GetUsers;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.Frame;
import chatroom.wire.RoomMessage.Join;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.RoomMessage.Movement;
import chatroom.wire.RoomMessage.UserRenamed;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.ServerMessage;
import chatroom.wire.StoredMessage.Message;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three may be in a room and each still be told. Ann speaks chat.v1, and Bob does not. */
class CrowdTest {
  private static final int LIMIT = 3;

  private final Hall hall = new Hall(Hall.UNHURRIED, LIMIT);
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.settled();

  CrowdTest() {
    ann.heard();
  }

  private List<Guest> come(int count) {
    return IntStream.range(0, count).mapToObj(i -> hall.hello((String) null)).toList();
  }

  private static void go(Guest guest) {
    guest.end(Disconnect.PEER_LEFT);
  }

  private void tick() {
    hall.timer.pass(Crowd.TICK);
  }

  private static Movement movement(int joined, int left, int online) {
    return new Movement(Hall.NOW, "general", new Movement.Counts(joined, left, online));
  }

  private static List<Long> ids(ServerMessage users) {
    return ((Users) users).content().stream().map(Users.User::id).toList();
  }

  private static List<Class<?>> types(List<ServerMessage> heard) {
    return heard.stream().<Class<?>>map(Object::getClass).toList();
  }

  @Test
  void upToTheLimitEachIsTold() {
    come(1);
    assertEquals(3, ((Join) ann.heardOnly()).content().usersOnline());
    assertEquals(3, ((Join) bob.heardOnly()).content().usersOnline());
    tick();

    assertEquals(List.of(), ann.heard());
  }

  @Test
  void fromTheOneWhoMakesItTooManyOnNumbersAreTold() {
    come(1);
    List.of(ann, bob).forEach(Guest::heard);
    come(2);
    assertEquals(List.of(), ann.heard());
    assertEquals(2, bob.heard().size());
    tick();

    assertEquals(movement(2, 0, 5), ann.heardOnly());
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void inASecondInWhichNothingHappensNothingIsTold() {
    come(2);
    tick();
    ann.heard();
    IntStream.range(0, 60).forEach(i -> tick());

    assertEquals(List.of(), ann.heard());
  }

  @Test
  void comingsAndGoingsOfASecondAreCountedTogether() {
    List<Guest> guests = come(4);
    tick();
    ann.heard();
    go(guests.get(0));
    come(2);
    hall.timer.pass(Crowd.TICK.dividedBy(2));
    go(guests.get(1));
    hall.timer.pass(Crowd.TICK.dividedBy(2));

    assertEquals(movement(2, 2, 6), ann.heardOnly());
    tick();
    assertEquals(List.of(), ann.heard());
  }

  @Test
  void aPlainClientIsToldOfEachHoweverManyThereAre() {
    List<Guest> guests = come(3);
    go(guests.get(2));
    tick();

    assertEquals(List.of(Join.class, Join.class, Join.class, Leave.class), types(bob.heard()));
  }

  @Test
  void whenTheyAreFewEnoughAgainAListComesAndThenEachIsTold() {
    List<Guest> guests = come(2);
    tick();
    ann.heard();
    bob.heard();
    go(guests.get(0));
    assertEquals(List.of(), ann.heard());
    tick();

    List<ServerMessage> heard = ann.heard();
    assertEquals(movement(0, 1, 3), heard.get(0));
    assertEquals(List.of(1L, 2L, 4L), ids(heard.get(1)));
    assertEquals(3, ((Users) heard.get(1)).usersOnline());
    assertEquals(2, heard.size());
    assertEquals(Leave.class, bob.heardOnly().getClass());
    go(guests.get(1));
    assertEquals(2, ((Leave) ann.heardOnly()).content().usersOnline());
  }

  @Test
  void whoComesAndGoesWithinTheSecondLeavesAListBehind() {
    come(1);
    ann.heard();
    go(come(1).get(0));
    tick();

    List<ServerMessage> heard = ann.heard();
    assertEquals(movement(1, 1, 3), heard.get(0));
    assertEquals(3, ids(heard.get(1)).size());
  }

  @Test
  void theListIsEncodedOnceForAll() {
    List<Guest> guests = come(2);
    go(guests.get(0));
    tick();

    assertEquals(List.of(1L, 2L, 4L), ids(ann.heard().get(2)));
    assertSame(last(ann), last(guests.get(1)));
  }

  private static Frame last(Guest guest) {
    List<Frame> frames = guest.transport.frames();
    return frames.get(frames.size() - 1);
  }

  @Test
  void aSecondListIsOwedForTenSeconds() {
    go(come(2).get(0));
    tick();
    ann.heard();
    Guest flapping = come(1).get(0);
    tick();
    assertEquals(movement(1, 0, 4), ann.heardOnly());
    go(flapping);
    tick();
    assertEquals(movement(0, 1, 3), ann.heardOnly());
    hall.timer.pass(Crowd.REST.minus(Crowd.TICK.multipliedBy(3)));
    assertEquals(List.of(), ann.heard());
    tick();

    assertEquals(3, ids(ann.heardOnly()).size());
    hall.timer.pass(Crowd.REST.multipliedBy(2));
    assertEquals(List.of(), ann.heard());
  }

  @Test
  void untilTheListThatIsOwedNumbersAreTold() {
    go(come(2).get(0));
    tick();
    go(come(1).get(0));
    tick();
    ann.heard();
    Guest third = hall.hello((String) null);
    go(third);
    go(hall.hello((String) null));
    tick();

    assertEquals(movement(2, 2, 3), ann.heardOnly());
    hall.timer.pass(Crowd.REST);
    assertEquals(3, ids(ann.heardOnly()).size());
  }

  @Test
  void noListIsOwedToACrowd() {
    go(come(2).get(0));
    tick();
    come(1);
    tick();
    ann.heard();
    hall.timer.pass(Crowd.REST.multipliedBy(2));

    assertEquals(List.of(), ann.heard());
  }

  @Test
  void whoFlapsAroundTheLimitHasNoMoreThanAListInTenSecondsSent() {
    come(1);
    ann.heard();
    int seconds = 40;
    for (int i = 0; i < seconds; i++) {
      go(come(1).get(0));
      tick();
    }
    long lists = ann.heard().stream().filter(Users.class::isInstance).count();

    assertEquals(seconds / Crowd.REST.toSeconds(), lists);
  }

  @Test
  void aListIsCutAndHasTheWholeCountAndTheOneWhoAsks() {
    List<Guest> guests = come(4);
    List<Users> told = guests.stream().map(it -> (Users) it.heard().get(1)).toList();

    assertEquals(List.of(1L, 2L, 3L), ids(told.get(0)));
    assertEquals(List.of(1L, 2L, 4L), ids(told.get(1)));
    assertEquals(List.of(1L, 2L, 6L), ids(told.get(3)));
    assertEquals(6, told.get(3).usersOnline());
    bob.heard();
    bob.say(new GetUsers(null, null));
    assertEquals(List.of(1L, 2L, 3L), ids(bob.heardOnly()));
  }

  @Test
  void whoAsksFromOutsideIsNotPutIn() {
    come(2);
    Guest eve = hall.settled();
    eve.say(new JoinRoom("random", null));
    eve.heard();
    eve.say(new GetUsers("random", null));

    assertEquals(List.of(5L), ids(eve.heardOnly()));
    bob.heard();
    bob.say(new GetUsers("random", null));
    assertEquals(List.of(5L), ids(bob.heardOnly()));
  }

  @Test
  void inACrowdMessagesAndNewNamesAreToldAsEver() {
    Guest eve = come(3).get(0);
    tick();
    ann.heard();
    eve.say("hello");
    eve.say(new SetName("Eve", null));

    assertEquals(List.of(Message.class, UserRenamed.class), types(ann.heard()));
  }

  @Test
  void aCrowdedRoomDoesNotMakeTheOthersCrowded() {
    come(3);
    tick();
    ann.say(new JoinRoom("random", null));
    ann.heard();
    bob.say(new JoinRoom("random", null));

    assertEquals("random", ((Join) ann.heardOnly()).room());
  }

  @Test
  void whoIsHeldIsCountedUntilTheyHaveLeft() {
    List<Guest> guests = come(2);
    tick();
    ann.heard();
    guests.get(0).end(Disconnect.PEER_GONE);
    tick();
    assertEquals(List.of(), ann.heard());
    hall.timer.pass(Hall.WINDOW);
    tick();

    assertEquals(List.of(Movement.class, Users.class), types(ann.heard()));
  }
}
