package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where nobody may be who has not signed in, nothing is told or done before. */
class AntechamberTest {
  private static final String PASSWORD = "correct horse";
  private static final Entrance BARRED = new Entrance(Optional.empty(), true);
  private static final Hello HELLO = new Hello(null, null, null, null, null, null, null, null);

  private final Hall hall = new Hall();

  private static List<String> types(List<ServerMessage> heard) {
    return heard.stream().map(it -> it.getClass().getSimpleName()).toList();
  }

  private static String refusal(ServerMessage failure) {
    Failure.Reason said = ((Failure) failure).content();
    return said.code() + ": " + said.message();
  }

  private Guest registered(String name) {
    Guest guest = hall.hello("Guest");
    guest.say(new Register(name, PASSWORD, null, null));
    return guest;
  }

  @Test
  void aPlainClientIsToldNothingUntilItSignsIn() {
    registered("Ann").end(Disconnect.PEER_LEFT);
    Guest stranger = hall.enter(BARRED);
    assertEquals(List.of(), stranger.heard());
    stranger.say(new Auth("Ann", PASSWORD, "r"));

    assertEquals(List.of("AuthSuccess", "Welcome", "Users", "History"), types(stranger.heard()));
    assertEquals("Ann", stranger.welcome().userName());
  }

  @Test
  void aHelloWithoutProofIsAnsweredByThatAlone() {
    Guest ann = registered("Ann");
    String guests = hall.hello("Bob").token();
    for (Hello hello :
        List.of(
            HELLO,
            new Hello(null, "Ann", Map.of("general", 0L), null, null, null, null, null),
            new Hello(null, null, null, guests, null, null, null, null),
            new Hello(null, null, null, "x".repeat(43), null, null, null, null))) {
      Guest stranger = hall.hello(BARRED, hello);
      assertEquals("not_allowed: Sign in first", refusal(stranger.heardOnly()));
      assertFalse(stranger.client.hasLeft());
    }
    assertEquals(ann.id(), hall.hello(BARRED, token(ann.token())).id());
    Hello both = new Hello(null, null, null, null, "Ann", PASSWORD, null, null);
    assertEquals(ann.id(), hall.hello(BARRED, both).id());
  }

  private static Hello token(String token) {
    return new Hello(null, null, null, token, null, null, null, null);
  }

  @Test
  void nothingElseIsDoneAndNobodyHearsOfIt() {
    Guest witness = hall.hello("Eve");
    Guest stranger = hall.hello(BARRED, HELLO);
    Guest plain = hall.enter(BARRED);
    List.of(witness, stranger, plain).forEach(Guest::heard);
    for (ClientMessage wanted :
        List.of(
            new ClientMessage.Post("hello", null, "r", null),
            new SetName("Mallory", "r"),
            new JoinRoom("random", "r"),
            new PrivatePost("" + witness.id(), "hello", "r", null),
            new ClientMessage.GetUsers(null, "r"),
            new ClientMessage.GetStats("r"),
            new ClientMessage.GetRooms("r"),
            new ClientMessage.GetHistory(null, null, null, null, "r"))) {
      for (Guest who : List.of(stranger, plain)) {
        who.say(wanted);
        assertEquals("not_allowed: Sign in first", refusal(who.heardOnly()), wanted.toString());
      }
    }
    assertEquals(List.of(), witness.heard());
    assertEquals(1, hall.directory.size());
  }

  @Test
  void whoSignsInLaterIsGreetedAsIfAtOnce() {
    Guest ann = registered("Ann");
    ann.end(Disconnect.PEER_LEFT);
    Guest guest =
        hall.hello(
            BARRED, new Hello(null, null, Map.of("random", 0L), null, null, null, null, null));
    guest.heard();
    guest.say(new Auth("ann", PASSWORD, "r"));

    assertEquals(List.of("AuthSuccess", "Welcome", "Users"), types(guest.heard()));
    assertEquals(ann.id(), guest.id());
    guest.end(Disconnect.PEER_LEFT);
    assertEquals(ann.id(), hall.hello(BARRED, token(guest.token())).id());
  }

  @Test
  void whoRegistersIsGreetedWithTheNewName() {
    Guest witness = hall.hello("Eve");
    for (Guest guest : List.of(hall.enter(BARRED), hall.hello(BARRED, HELLO))) {
      List.of(witness, guest).forEach(Guest::heard);
      String name = guest.client.protocol() + "-Ann";
      guest.say(new Register(name, PASSWORD, null, "r"));

      assertEquals(List.of("AuthSuccess", "Welcome", "Users", "History"), types(guest.heard()));
      assertEquals(name, guest.welcome().userName());
      assertEquals(List.of("Join"), types(witness.heard()));
      guest.say("hello");
      assertEquals(List.of("Message"), types(witness.heard()));
    }
    assertEquals(3, hall.directory.size());
  }

  @Test
  void whoCannotRegisterMayTryAgain() {
    registered("Ann").end(Disconnect.PEER_LEFT);
    Guest guest = hall.hello(BARRED, HELLO);
    guest.heard();
    guest.say(new Register("ann", PASSWORD, null, "r"));
    assertEquals("name_taken", ((Failure) guest.heardOnly()).content().code());
    guest.say(new Register("Bob", "short", null, "r"));
    assertEquals("weak_password", ((Failure) guest.heardOnly()).content().code());
    assertEquals(0, hall.directory.size());
    guest.say(new Register("Bob", PASSWORD, null, "r"));
    assertEquals("Bob", guest.welcome().userName());
  }

  @Test
  void aWrongPasswordEndsTheConnection() {
    registered("Ann").end(Disconnect.PEER_LEFT);
    Guest guest = hall.enter(BARRED);
    guest.say(new Auth("Ann", "wrong", "r"));
    assertEquals("auth_failed", ((Failure) guest.heardOnly()).content().code());
    assertTrue(guest.client.hasLeft());
  }

  @Test
  void afterTenSecondsTheLineIsClosed() {
    Guest plain = hall.enter(BARRED);
    Guest greeted = hall.hello(BARRED, HELLO);
    Guest ann = hall.enter(BARRED);
    ann.say(new Register("Ann", PASSWORD, null, "r"));
    hall.timer.pass(Conversation.HELLO_PATIENCE.minusMillis(1));
    assertFalse(plain.client.hasLeft() || greeted.client.hasLeft());
    hall.timer.pass(Duration.ofMillis(1));

    for (Guest late : List.of(plain, greeted)) {
      assertEquals(4001, late.transport.closings().get(0).closeCode());
    }
    assertFalse(ann.client.hasLeft());
  }

  @Test
  void whatIsUnderWayThenIsWaitedFor() {
    registered("Ann").end(Disconnect.PEER_LEFT);
    List<Runnable> later = new ArrayList<>();
    hall.hashers = later::add;
    Guest right = hall.enter(BARRED);
    right.say(new Auth("Ann", PASSWORD, "r"));
    Guest wrong = hall.enter(BARRED);
    wrong.say(new Register("ann", PASSWORD, null, "r"));
    hall.timer.pass(Conversation.HELLO_PATIENCE);
    assertFalse(right.client.hasLeft());
    assertTrue(wrong.client.hasLeft());
    later.forEach(Runnable::run);

    assertEquals("Ann", right.welcome().userName());
    assertNotEquals(0, right.id());
  }

  @Test
  void whoComesByTheContainerHasSignedIn() {
    Login login = Login.of("alice", false, false);
    Guest alice = hall.enter(new Entrance(Optional.of(login), true));
    assertEquals("alice", alice.welcome().userName());
    hall.timer.pass(Conversation.HELLO_PATIENCE);
    assertFalse(alice.client.hasLeft());
  }
}
