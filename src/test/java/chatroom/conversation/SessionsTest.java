package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.ClientMessage.ChangePassword;
import chatroom.wire.ClientMessage.EndSessions;
import chatroom.wire.ClientMessage.GetSessions;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.PasswordChanged;
import chatroom.wire.SessionMessage.Sessions;
import chatroom.wire.SessionMessage.Sessions.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has an account sees where they are signed in, and ends it. */
class SessionsTest {
  private static final String PASSWORD = "correct horse";
  private static final String NEXT = "purple monkey";

  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest one = hall.hello("Guest");

  SessionsTest() {
    one.say(new Register("Ann", PASSWORD, null, "r"));
    one.heard();
  }

  private Guest signIn(String password) {
    return hall.hello(new Hello(null, null, null, null, "Ann", password, null, null));
  }

  private static List<Session> sessions(Guest guest) {
    guest.heard();
    guest.say(new GetSessions("s"));
    Sessions told = (Sessions) guest.heardOnly();
    assertEquals("s", told.ref());
    return told.content();
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  @Test
  void eachSignInIsASessionAndItsOwnIsMarked() {
    hall.node.clock.pass(java.time.Duration.ofSeconds(1));
    Guest two = signIn(PASSWORD);
    List<Session> told = sessions(two);
    assertEquals(2, told.size());
    assertEquals(List.of(true, false), told.stream().map(Session::current).toList());
    assertEquals(List.of(true, true), told.stream().map(Session::online).toList());
    one.end(Disconnect.PEER_LEFT);
    assertEquals(List.of(true, false), sessions(two).stream().map(Session::online).toList());
  }

  @Test
  void aSessionThatIsEndedIsOverOnItsConnectionsAndForGood() {
    Guest two = signIn(PASSWORD);
    String other =
        sessions(one).stream().filter(it -> !it.current()).findFirst().orElseThrow().id();
    one.say(new EndSessions(other, "e"));
    assertEquals(1, ((Sessions) one.heardOnly()).content().size());
    assertTrue(two.client.hasLeft());
    assertFalse(one.client.hasLeft());
    Guest back = hall.resume(two.token(), 0);
    assertFalse(Boolean.TRUE.equals(back.welcome().resumed()));
    assertFalse(back.id() == one.id());
  }

  @Test
  void withoutANumberAllOthersEnd() {
    Guest two = signIn(PASSWORD);
    Guest three = signIn(PASSWORD);
    two.heard();
    two.say(new EndSessions(null, "e"));
    assertEquals(1, ((Sessions) two.heardOnly()).content().size());
    assertTrue(one.client.hasLeft());
    assertTrue(three.client.hasLeft());
    assertFalse(two.client.hasLeft());
  }

  @Test
  void whoEndsTheirOwnSignsOut() {
    String own = sessions(one).get(0).id();
    one.say(new EndSessions(own, "e"));
    assertTrue(one.client.hasLeft());
    assertEquals(List.of(), one.heard());
  }

  @Test
  void whoComesByWhatIsBeingEndedComesTooLate() {
    Guest two = signIn(PASSWORD);
    two.end(Disconnect.PEER_GONE);
    String other =
        sessions(one).stream().filter(it -> !it.current()).findFirst().orElseThrow().id();
    List<Runnable> found = new ArrayList<>();
    hall.readers = found::add;
    Guest late = hall.resume(two.token(), 0);
    found.remove(0).run(); // It is known whose token it is; what the user keeps is not yet.
    hall.readers = Runnable::run;
    one.say(new EndSessions(other, "e"));
    found.forEach(Runnable::run);
    assertEquals("auth_failed", code(late.heardOnly()));
    assertTrue(late.client.hasLeft());
  }

  @Test
  void anotherPasswordEndsAllOtherSessions() {
    Guest two = signIn(PASSWORD);
    one.heard();
    one.say(new ChangePassword(PASSWORD, NEXT, "w"));
    assertEquals("w", ((PasswordChanged) one.heardOnly()).ref());
    assertTrue(two.client.hasLeft());
    assertFalse(one.client.hasLeft());
    assertEquals("auth_failed", code(signIn(PASSWORD).heardOnly()));
    assertEquals(one.id(), signIn(NEXT).id());
  }

  @Test
  void whoIsSigningInByTheOldPasswordWhenThereIsANewOneComesTooLate() {
    List<Runnable> hashing = new ArrayList<>();
    hall.hashers = hashing::add;
    Guest guest = hall.hello("Thief");
    guest.heard();
    guest.say(new Auth("Ann", PASSWORD, "a"));
    Guest late = signIn(PASSWORD);
    hall.hashers = Runnable::run;
    one.say(new ChangePassword(PASSWORD, NEXT, "w"));
    hashing.forEach(Runnable::run); // Each finds that the password was right when it was looked up.

    for (Guest thief : List.of(late, guest)) {
      assertEquals("auth_failed", code(thief.heardOnly()));
      assertTrue(thief.client.hasLeft());
    }
    assertEquals(1, sessions(one).size());
    assertFalse(one.client.hasLeft());
  }

  @Test
  void whoIsSignedOutWhileTheyChangeThePasswordDoesNotChangeIt() {
    Guest thief = signIn(PASSWORD);
    List<Runnable> hashing = new ArrayList<>();
    hall.hashers = hashing::add;
    thief.heard();
    thief.say(new ChangePassword(PASSWORD, "thief's own", "t"));
    hall.hashers = hashing::add;
    hashing.remove(0).run(); // The present one was right; the next one is not hashed yet.
    hall.hashers = Runnable::run;
    one.heard();
    one.say(new ChangePassword(PASSWORD, NEXT, "w"));
    hashing.forEach(Runnable::run);

    assertTrue(thief.client.hasLeft());
    assertEquals(
        List.of("PasswordChanged"),
        one.heard().stream().map(it -> it.getClass().getSimpleName()).toList());
    assertEquals(one.id(), signIn(NEXT).id());
  }

  @Test
  void whoDoesNotKnowThePasswordDoesNotChangeIt() {
    for (ChangePassword wrong :
        List.of(new ChangePassword("wrong horse", NEXT, "w"), new ChangePassword("", NEXT, "w"))) {
      one.say(wrong);
      assertEquals("not_allowed", code(one.heardOnly()));
    }
    one.say(new ChangePassword(PASSWORD, "short", "w"));
    assertEquals("weak_password", code(one.heardOnly()));
    one.say(new ChangePassword(PASSWORD, null, "w"));
    assertEquals("invalid_format", code(one.heardOnly()));
    one.say(new EndSessions("nobody's", "e"));
    assertEquals("not_allowed", code(one.heardOnly()));
    assertFalse(one.client.hasLeft());
    assertEquals(one.id(), signIn(PASSWORD).id());
  }

  @Test
  void aGuestHasNoneOfThat() {
    Guest guest = hall.hello("Bob");
    guest.heard();
    for (var said :
        List.of(
            new ChangePassword("", NEXT, "w"), new GetSessions("s"), new EndSessions(null, "e"))) {
      guest.say(said);
      assertEquals("not_allowed", code(guest.heardOnly()));
    }
  }
}
