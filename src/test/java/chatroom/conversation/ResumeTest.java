package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.RoomMessage.Join;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.RoomMessage.Presence;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Ack;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.NameChanged;
import chatroom.wire.StoredMessage.History;
import chatroom.wire.StoredMessage.Message;
import chatroom.wire.StoredMessage.PrivateMessage;
import chatroom.wire.StoredMessage.PrivateMessageSent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ann loses her line and comes back; Bob is there all the time. */
class ResumeTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.hello("Bob");
  private final String token = ann.token();

  ResumeTest() {
    List.of(ann, bob).forEach(Guest::heard);
  }

  /** What follows welcome and users. */
  private static List<ServerMessage> missed(Guest back) {
    List<ServerMessage> heard = back.heard();
    assertEquals(Users.class, heard.get(1).getClass());
    return heard.subList(2, heard.size());
  }

  private static List<String> contents(List<ServerMessage> messages) {
    return messages.stream().map(it -> ((Message) it).content()).toList();
  }

  private void cut() {
    ann.end(Disconnect.PEER_GONE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Disconnect.class,
      names = {"PEER_GONE", "SILENT", "SEND_FAILED", "SLOW_CONSUMER", "INTERNAL_ERROR"})
  void whoIsCutOffIsHeldAndNobodyIsToldOfTheirComingBack(Disconnect why) {
    ann.end(why);
    hall.timer.pass(Duration.ofSeconds(29));
    assertEquals(2, hall.directory.size());
    Guest back = hall.resume(token, 0);

    assertEquals(List.of(), bob.heard());
    assertEquals(true, back.welcome().resumed());
    assertEquals(token, back.token());
    assertEquals(1, back.id());
    assertEquals("Ann", back.welcome().userName());
    hall.timer.pass(Duration.ofMinutes(5));
    assertEquals(List.of(), bob.heard());
  }

  @ParameterizedTest
  @EnumSource(
      value = Disconnect.class,
      names = {"PEER_LEFT", "TOO_BIG"})
  void whoLeavesForGoodIsNotHeld(Disconnect why) {
    ann.end(why);

    assertEquals(
        new Leave(Hall.NOW, 0, "System", "general", new Presence(1, "Ann", 1)), bob.heardOnly());
  }

  @Test
  void aPlainClientIsNotHeld() {
    Guest eve = hall.settled();
    bob.heard();
    eve.end(Disconnect.PEER_GONE);

    assertEquals(Leave.class, bob.heardOnly().getClass());
  }

  @Test
  void whoDoesNotComeBackHasLeftOnceAndTheNameIsFree() {
    cut();
    bob.say(new ClientMessage.SetName("Ann", null));
    assertEquals(Failure.of(new Rejection(Code.NAME_TAKEN), Hall.NOW), bob.heardOnly());
    hall.timer.pass(Hall.WINDOW);
    assertEquals(Leave.class, bob.heardOnly().getClass());
    hall.timer.pass(Hall.WINDOW);
    bob.say(new ClientMessage.SetName("Ann", null));

    assertEquals(NameChanged.class, bob.heardOnly().getClass());
  }

  @Test
  void whoIsCutOffAgainIsHeldForTheWholeTimeAgain() {
    cut();
    hall.timer.pass(Duration.ofSeconds(20));
    hall.resume(token, 0).end(Disconnect.SILENT);
    hall.timer.pass(Duration.ofSeconds(29));
    assertEquals(List.of(), bob.heard());
    hall.timer.pass(Duration.ofSeconds(1));

    assertEquals(Leave.class, bob.heardOnly().getClass());
  }

  @Test
  void whoComesBackLaterIsTheSameUserUnderTheSameNameAndTheOthersHearOfIt() {
    cut();
    hall.timer.pass(Hall.WINDOW);
    bob.heard();
    Guest back = hall.resume(token, 0);

    assertEquals(
        new Join(Hall.NOW, 1, "Ann", "general", new Presence(1, "Ann", 2)), bob.heardOnly());
    assertEquals(true, back.welcome().resumed());
    assertEquals(token, back.token());
  }

  @Test
  void whoseNameIsTakenMeanwhileIsCalledByTheNumber() {
    cut();
    hall.timer.pass(Hall.WINDOW);
    bob.say(new ClientMessage.SetName("Ann", null));

    assertEquals("User1", hall.resume(token, 0).welcome().userName());
  }

  @Test
  void ofTwoConnectionsTheOlderOneIsClosed() {
    Guest second = hall.resume(token, 0);

    assertEquals(List.of(Disconnect.REPLACED), ann.transport.closings());
    assertEquals(List.of(), bob.heard());
    bob.say("hello");
    assertEquals("hello", contents(missed(second)).get(0));
    bob.say(new PrivatePost("1", "psst", null, null));
    assertEquals(PrivateMessage.class, second.heardOnly().getClass());
    second.end(Disconnect.PEER_LEFT);
    assertEquals(1, hall.directory.size());
  }

  @Test
  void aTokenThatIsUnknownOrTooOldIsThatOfNobody() {
    Guest stranger = hall.resume("A".repeat(43), 0);
    assertEquals(false, stranger.welcome().resumed());
    assertNotEquals("A".repeat(43), stranger.token());
    assertEquals(false, hall.resume("no token", 0).welcome().resumed());
    cut();
    hall.timer.pass(Hall.WINDOW);
    hall.node.clock.pass(Duration.ofDays(31));

    Guest late = hall.resume(token, 0);
    assertEquals(false, late.welcome().resumed());
    assertNotEquals(1, late.id());
  }

  @Test
  void allThatWasMissedIsToldAsItHappenedTheOwnMessagesToo() {
    bob.say("one");
    ann.say("two");
    cut();
    bob.say("three");
    Guest back = hall.resume(token, 1);
    bob.say("four");

    assertEquals(List.of("two", "three", "four"), contents(missed(back)));
  }

  @Test
  void whoHasSeenNothingAndIsKnownHearsItFromTheBeginning() {
    IntStream.rangeClosed(1, 10).forEach(i -> bob.say("m" + i));
    cut();

    assertEquals(10, missed(hall.resume(token, 0)).size());
  }

  @Test
  void aThousandAreToldAndMoreAreNot() {
    IntStream.rangeClosed(1, 1_000).forEach(i -> bob.say("m" + i));
    cut();
    Guest back = hall.resume(token, 0);
    assertEquals(1_000, missed(back).size());
    bob.say("one more");
    back.end(Disconnect.PEER_GONE);
    History reset = (History) missed(hall.resume(token, 0)).get(0);

    assertEquals(true, reset.reset());
    assertEquals(true, reset.hasMore());
    assertEquals(1_001, reset.lastSeq());
    assertEquals(List.of("m999", "m1000", "one more"), contents(reset.content()));
  }

  @Test
  void aThousandAreToldHoweverLargeTheyAre() {
    List<String> texts =
        IntStream.rangeClosed(1, 1_000).mapToObj(i -> i + "x".repeat(10_000)).toList();
    texts.forEach(bob::say);
    cut();

    assertEquals(texts, contents(missed(hall.resume(token, 0))));
  }

  @Test
  void whoHasSeenMoreThanThereIsBeginsAnew() {
    bob.say("one");
    cut();
    History reset = (History) missed(hall.resume(token, 2)).get(0);

    assertEquals(true, reset.reset());
    assertEquals(1, reset.lastSeq());
  }

  @Test
  void aPrivateMessageThatCameMeanwhileIsNotLost() {
    cut();
    bob.say(new PrivatePost("1", "psst", "r", null));
    assertEquals(
        List.of(PrivateMessageSent.class, Ack.class),
        bob.heard().stream().map(Object::getClass).toList());
    PrivateMessage heard = (PrivateMessage) missed(hall.resume(token, 0)).get(0);

    assertEquals("psst", heard.content());
    assertEquals("@2", heard.room());
  }

  @Test
  void aPrivateChatThatIsNamedIsToldFromWhereItWasSeen() {
    bob.say(new PrivatePost("1", "one", null, null));
    ann.say(new PrivatePost("2", "two", null, null));
    cut();
    bob.say(new PrivatePost("1", "three", null, null));
    Guest back = hall.hello(new Hello(null, null, Map.of("@2", 1L), token, null, null, null, null));
    List<ServerMessage> heard = back.heard();

    assertEquals("general", ((Users) heard.get(1)).room());
    PrivateMessageSent two = (PrivateMessageSent) heard.get(2);
    assertEquals("two", two.content());
    assertEquals("Bob", two.toName());
    assertEquals("three", ((PrivateMessage) heard.get(3)).content());
    assertEquals(4, heard.size());
  }

  @Test
  void anotherNameInTheHelloIsAskedForAfterTheGreeting() {
    cut();
    Guest back = hall.hello(new Hello(null, "Bea", null, token, null, null, null, null));
    back.say("hello");

    assertEquals("Ann", back.welcome().userName());
    assertEquals(
        new NameChanged(Hall.NOW, new NameChanged.Names("Ann", "Bea")), back.heard().get(2));
    assertEquals("Bea", ((Message) bob.heard().get(1)).fromName());
  }

  @Test
  void theSameNameInTheHelloIsNoNews() {
    cut();
    Guest back = hall.hello(new Hello(null, "Ann", null, token, null, null, null, null));

    assertEquals(2, back.heard().size());
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void anotherNameThatIsTakenIsRefusedAfterTheGreeting() {
    cut();
    Guest back = hall.hello(new Hello(null, "Bob", null, token, null, null, null, "r"));

    assertEquals(
        Failure.of(new Rejection(Code.NAME_TAKEN).answering("r"), Hall.NOW), back.heard().get(2));
  }

  @Test
  void aMessageThatIsSaidAgainAfterComingBackIsStoredOnce() {
    ann.say(new Post("hello", null, "r", null));
    Ack ack = (Ack) ann.heardOnly();
    cut();
    bob.heard();
    Guest back = hall.resume(token, 1);
    back.heard();
    back.say(new Post("hello", null, "r", null));

    assertEquals(ack, back.heardOnly());
    assertEquals(List.of(), bob.heard());
  }

  @Test
  void aMessageThatIsStoredAfterItsLineWasReplacedIsToldToTheNewOne() {
    hall.log.slowDown();
    ann.say(new Post("hello", null, "r", null));
    cut();
    Guest back = hall.resume(token, 0);
    assertEquals(List.of(), missed(back));
    back.say(new Post("hello", null, "r", null));
    hall.log.commit();

    List<ServerMessage> heard = back.heard();
    assertEquals("hello", ((Message) heard.get(0)).content());
    assertEquals(new Ack(Hall.NOW, "r", 1, 1, "general"), heard.get(1));
    assertEquals(2, heard.size());
    assertEquals(Message.class, bob.heardOnly().getClass());
  }

  @Test
  void whoIsHereAndWhoWasIsRememberedFromThen() {
    cut();
    hall.resume(token, 0).end(Disconnect.PEER_LEFT);

    assertEquals(List.of(1L, 1L, 1L), hall.guests.allSeen());
  }

  @Test
  void noMoreAreHeldThanThereMayBeClients() {
    Hall small = new Hall(new Limits(0, 3, 1, 1_000, 10_240, 5_000, Hall.WINDOW, Hall.EDIT_WINDOW));
    Guest witness = small.settled();
    Guest first = small.hello("First");
    Guest second = small.hello("Second");
    witness.heard();
    first.end(Disconnect.PEER_GONE);
    assertEquals(List.of(), witness.heard());
    second.end(Disconnect.PEER_GONE);
    assertEquals(Leave.class, witness.heardOnly().getClass());
    small.resume(first.token(), 0).end(Disconnect.PEER_GONE);

    assertEquals(List.of(), witness.heard());
  }
}
