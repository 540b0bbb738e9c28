package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.delivery.Parcel.Form;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.RoomMessage.Join;
import chatroom.wire.RoomMessage.Presence;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Welcome;
import chatroom.wire.StoredMessage;
import chatroom.wire.StoredMessage.History;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a conversation of chat.v1 begins. */
class HelloTest {
  private final Hall hall = new Hall();

  private static List<Class<?>> types(List<ServerMessage> heard) {
    return heard.stream().<Class<?>>map(Object::getClass).toList();
  }

  private static Failure failure(Rejection rejection) {
    return Failure.of(rejection, Hall.NOW);
  }

  private static Hello rooms(@Nullable Map<String, Long> rooms) {
    return new Hello(null, null, rooms, null, null, null, null, null);
  }

  @Test
  void theClientBegins() {
    Guest ann = hall.connect();
    assertEquals(List.of(), ann.heard());
    assertEquals(0, hall.directory.size());
    ann.say(new Hello(null, null, null, null, null, null, null, null));

    assertEquals(List.of(Welcome.class, Users.class, History.class), types(ann.heard()));
    assertEquals(1, hall.directory.size());
  }

  @Test
  void whoCannotBeGreetedBecauseSomethingBrokeIsCutOffAndDoesNotWaitForEver() {
    hall.guests.breakDown();
    Guest ann = hall.connect();
    Hello hello = new Hello(null, null, null, null, null, null, null, null);
    assertThrows(IllegalStateException.class, () -> ann.say(hello));

    assertEquals(List.of(Disconnect.INTERNAL_ERROR), ann.transport.closings());
    assertEquals(0, hall.node.registry.size());
  }

  @Test
  void theWelcomeHasWhatANewcomerNeeds() {
    Welcome.Greeting welcome = hall.hello((String) null).welcome();

    assertEquals("User1", welcome.userName());
    assertEquals(43, String.valueOf(welcome.resumeToken()).length());
    assertEquals(false, welcome.resumed());
    assertEquals(new Welcome.Limits(10_240, 20, 10, 900L), welcome.limits());
    assertEquals(new Welcome.Features(false, 5_000L, "open"), welcome.features());
  }

  @Test
  void theWelcomeOfAPlainClientHasNothingMore() {
    Welcome.Greeting welcome = hall.enter().welcome();

    assertNull(welcome.resumeToken());
    assertNull(welcome.resumed());
    assertNull(welcome.limits());
    assertNull(welcome.features());
  }

  @Test
  void whoSaysANameIsCalledSoFromTheBeginning() {
    Guest ann = hall.settled();
    Guest bob = hall.hello("Bob");

    assertEquals("Bob", bob.welcome().userName());
    assertEquals(
        new Join(Hall.NOW, 2, "Bob", "general", new Presence(2, "Bob", 2)), ann.heardOnly());
  }

  @Test
  void aNameThatIsRefusedIsToldFirst() {
    hall.hello("Ann");
    List<ServerMessage> taken = hall.hello("ANN").heard();
    List<ServerMessage> invalid = hall.hello(" ").heard();

    assertEquals(failure(new Rejection(Code.NAME_TAKEN)), taken.get(0));
    assertEquals("User2", ((Welcome) taken.get(1)).content().userName());
    assertEquals(failure(new Rejection(Code.INVALID_NAME)), invalid.get(0));
    assertEquals("User3", ((Welcome) invalid.get(1)).content().userName());
  }

  @Test
  void whatIsSaidBeforeHelloIsRefusedAndHelloCanStillBeSaid() {
    Guest ann = hall.connect();
    ann.say(new ClientMessage.Post("hello", null, "r", null));
    assertEquals(
        failure(new Rejection(Code.INVALID_FORMAT, "Say hello first").answering("r")),
        ann.heardOnly());
    ann.say(new ClientMessage.Ping(null));
    assertEquals(failure(new Rejection(Code.INVALID_FORMAT, "Say hello first")), ann.heardOnly());
    ann.say(new Hello(null, null, null, null, null, null, null, null));

    assertEquals(3, ann.heard().size());
    assertEquals(0, hall.log.stored());
  }

  @Test
  void helloIsSaidOnce() {
    Guest ann = hall.hello("Ann");
    ann.heard();
    ann.say(new Hello(null, "Bea", null, null, null, null, null, "r"));

    assertEquals(
        failure(new Rejection(Code.INVALID_FORMAT, "Hello was said already").answering("r")),
        ann.heardOnly());
  }

  @Test
  void aPlainClientSaysNoHello() {
    Guest ann = hall.settled();
    ann.say(new Hello(null, null, null, null, null, null, null, "r"));

    assertEquals(
        failure(new Rejection(Code.UNSUPPORTED, "Not supported: hello").answering("r")),
        ann.heardOnly());
  }

  @Test
  void whoDoesNotSayHelloInTimeIsClosed() {
    Guest ann = hall.connect();
    Guest bob = hall.hello("Bob");
    hall.timer.pass(Duration.ofSeconds(9));
    assertFalse(ann.client.hasLeft());
    hall.timer.pass(Duration.ofSeconds(1));

    assertEquals(List.of(Disconnect.NO_HELLO), ann.transport.closings());
    assertEquals(List.of(), bob.transport.closings());
  }

  @Test
  void framesAreTextUnlessBinaryOnesAreWanted() {
    Guest text = hall.hello(new Hello("text", null, null, null, null, null, null, null));
    Guest binary = hall.hello(new Hello("binary", null, null, null, null, null, null, null));
    Guest wrong = hall.hello(new Hello("smoke", null, null, null, null, null, null, "r"));

    assertEquals(Form.TEXT, text.transport.parcels().get(0).form());
    assertEquals(Form.BINARY, binary.transport.parcels().get(0).form());
    assertEquals(Form.TEXT, wrong.transport.parcels().get(0).form());
    assertEquals(failure(new Rejection(Code.INVALID_FORMAT).answering("r")), wrong.heard().get(0));
  }

  @Test
  void eachRoomThatIsNamedIsGreetedAndAnUnknownOneTakesNothingFromTheOthers() {
    Guest ann = hall.hello(rooms(Map.of("nowhere", 0L)));
    assertEquals(List.of(Welcome.class, Failure.class), types(ann.heard()));
    Guest bob = hall.hello(rooms(Map.of("@1", 0L)));
    assertEquals(List.of(Welcome.class, History.class), types(bob.heard()));
    Guest eve = hall.hello(rooms(Map.of()));
    assertEquals(List.of(Welcome.class), types(eve.heard()));
  }

  @Test
  void theRoomsThatAreNamedAreJoinedAndNoOthers() {
    Guest ann = hall.settled();
    ann.say(new ClientMessage.JoinRoom("random", null));
    ann.heard();
    Guest bob = hall.hello(rooms(Map.of("gaming", 0L, "random", 0L)));

    assertEquals(
        List.of(Welcome.class, Users.class, History.class, Users.class, History.class),
        types(bob.heard()));
    assertEquals("random", ((Join) ann.heardOnly()).room());
    ann.say(new ClientMessage.Post("in general", "general", null, null));
    assertEquals(List.of(), bob.heard());
    bob.say(new ClientMessage.Post("not there", "general", "r", null));
    assertEquals(failure(new Rejection(Code.NOT_IN_ROOM).answering("r")), bob.heardOnly());
  }

  @Test
  void whoNamesNoRoomIsInNone() {
    Guest ann = hall.settled();
    Guest bob = hall.hello(rooms(Map.of()));
    bob.heard();
    bob.say(new ClientMessage.Post("hello", null, "r", null));

    assertEquals(failure(new Rejection(Code.NOT_IN_ROOM).answering("r")), bob.heardOnly());
    assertEquals(List.of(), ann.heard());
    assertEquals(2, hall.directory.size());
  }

  @Test
  void amongTheRoomsThatAreNamedGeneralCountsAsJoinedLast() {
    Guest ann = hall.hello(rooms(Map.of("gaming", 0L, "random", 0L, "general", 0L)));
    ann.heard();
    ann.say(new ClientMessage.Post("hello", null, "r", null));
    assertEquals("general", ((SessionMessage.Ack) ann.heardOnly()).room());
    Guest bob = hall.hello(rooms(Map.of("gaming", 0L, "random", 0L)));
    bob.heard();
    bob.say(new ClientMessage.Post("hello", null, "r", null));

    assertEquals("gaming", ((SessionMessage.Ack) bob.heardOnly()).room());
  }

  @Test
  void whoHasSeenSomethingOfARoomHearsTheRest() {
    Guest ann = hall.settled();
    IntStream.rangeClosed(1, 5).forEach(i -> ann.say("m" + i));
    List<ServerMessage> heard = hall.hello(rooms(Map.of("general", 3L))).heard();

    assertEquals(
        List.of("m4", "m5"),
        heard.subList(2, 4).stream().map(it -> ((StoredMessage.Message) it).content()).toList());
    assertEquals(4, heard.size());
  }

  @Test
  void whoCannotBeAdmittedNowIsToldToComeBack() {
    Guest witness = hall.settled();
    hall.guests.setAway(true);
    Guest ann = hall.hello("Ann");
    Guest bob = hall.enter();

    for (Guest refused : List.of(ann, bob)) {
      assertEquals(failure(Refusals.unavailable()), refused.heardOnly());
      assertEquals(List.of(Disconnect.UNAVAILABLE), refused.transport.closings());
    }
    assertEquals(List.of(), witness.heard());
    assertEquals(1, hall.directory.size());
  }

  @Test
  void whatIsSaidBeforeOneIsAdmittedWaits() {
    hall.guests.slowDown();
    Guest ann = hall.enter();
    ann.say(new ClientMessage.Post("hello", null, "r", null));
    ann.say(new ClientMessage.Ping("p"));
    assertEquals(List.of(), ann.heard());
    hall.guests.keep();

    assertEquals(
        List.of(
            Welcome.class,
            Users.class,
            History.class,
            SessionMessage.Ack.class,
            SessionMessage.Pong.class),
        types(ann.heard()));
  }

  @Test
  void aGreetingThatCannotBeReadIsNotBegunWithAHole() {
    hall.log.setAway(true);
    Guest ann = hall.hello(rooms(Map.of("general", 0L)));

    List<ServerMessage> heard = ann.heard();
    assertEquals(List.of(Welcome.class, Users.class, Failure.class), types(heard));
    assertEquals(failure(Refusals.unavailable()), heard.get(2));
    assertEquals(List.of(Disconnect.UNAVAILABLE), ann.transport.closings());
  }
}
