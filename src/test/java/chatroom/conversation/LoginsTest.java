package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Role;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.ModerationMessage.Moderated;
import chatroom.wire.OfficialAct.Ban;
import chatroom.wire.OfficialAct.Mute;
import chatroom.wire.OfficialAct.SetRole;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those for whom the container vouches are users as it calls them, and come without a password. */
class LoginsTest {
  private static final Hello HELLO = new Hello(null, null, null, null, null, null, null, null);

  private final Hall hall = new Hall();

  private static Entrance as(String principal, Role role) {
    return new Entrance(Optional.of(new Login(principal, role)), false);
  }

  private static Entrance as(String principal) {
    return as(principal, Role.MEMBER);
  }

  private Role role(Guest guest) {
    return hall.directory.find(guest.id()).orElseThrow().role();
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  @Test
  void whoComesAgainIsTheSameUser() {
    Guest alice = hall.enter(as("alice"));
    assertEquals("alice", alice.welcome().userName());
    alice.end(Disconnect.PEER_LEFT);

    Guest again = hall.hello(as("alice"), HELLO);
    assertEquals(alice.id(), again.id());
    assertEquals("alice", again.welcome().userName());
    assertEquals(true, again.welcome().vouched());
    assertNull(hall.official("Ann", Role.MODERATOR).welcome().vouched());
    assertNotEquals(alice.id(), hall.enter(as("bob")).id());
  }

  @Test
  void severalConnectionsAreOneUser() {
    Guest witness = hall.settled();
    Guest one = hall.enter(as("alice"));
    Guest two = hall.hello(as("alice"), HELLO);
    assertEquals(one.id(), two.id());
    assertEquals(1, witness.heard().size());
    one.end(Disconnect.PEER_LEFT);
    assertEquals(List.of(), witness.heard());
    two.end(Disconnect.SIGNED_OUT);
    assertTrue(witness.heardOnly() instanceof Leave);
  }

  @Test
  void twoAtTheSameMomentAreOneUser() {
    List<Runnable> later = new ArrayList<>();
    hall.readers = later::add;
    Guest one = hall.enter(as("alice"));
    Guest two = hall.enter(as("alice"));
    hall.readers = Runnable::run;
    later.forEach(Runnable::run);

    assertEquals(one.id(), two.id());
  }

  @Test
  void namesThatLookAlikeAreTwoUsers() {
    Guest alice = hall.enter(as("alice"));
    Guest other = hall.enter(as("ALICE"));
    assertNotEquals(alice.id(), other.id());
    assertEquals("User" + other.id(), other.welcome().userName());
    other.end(Disconnect.PEER_LEFT);

    assertEquals(other.id(), hall.enter(as("ALICE")).id());
    assertEquals(alice.id(), hall.enter(as("alice")).id());
  }

  @Test
  void whoseNameIsTakenIsCalledByNumber() {
    Guest guest = hall.hello("alice");
    Guest alice = hall.enter(as("alice"));
    assertNotEquals(guest.id(), alice.id());
    assertEquals("User" + alice.id(), alice.welcome().userName());
    alice.end(Disconnect.PEER_LEFT);
    guest.end(Disconnect.PEER_LEFT);
    assertEquals("User" + alice.id(), hall.enter(as("alice")).welcome().userName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "System|User1",
        "User77|User1",
        "alice|alice",
      })
  void whatIsNoNameIsANumber(String principal, String name) {
    assertEquals(name, hall.enter(as(principal)).welcome().userName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CN=Alice Smith, OU=Chat, O=Example|Alice Smith",
        "OU=Chat,cn=alice,O=Example|alice",
        "alice@example.org|alice",
        "EXAMPLE\\alice|alice",
      })
  void whatStandsForAPersonInALongNameIsTried(String principal, String name) {
    assertEquals(List.of(principal, name), LoginNames.of(principal));
  }

  @Test
  void theNameIsNobodyElses() {
    hall.enter(as("alice")).end(Disconnect.PEER_LEFT);
    Guest guest = hall.settled();
    guest.say(new SetName("Alice", null));
    assertEquals("name_taken", code(guest.heardOnly()));
    guest.say(new Register("alice", "correct horse", null, null));
    assertEquals("name_taken", code(guest.heardOnly()));
  }

  @Test
  void noPasswordIsTheirs() {
    hall.enter(as("alice")).end(Disconnect.PEER_LEFT);
    String mark = new Login("alice", Role.MEMBER).mark();
    for (String guess : List.of("alice", mark, "correct horse")) {
      Guest guest = hall.hello(new Hello(null, null, null, null, "alice", guess, null, null));
      assertEquals("auth_failed", code(guest.heardOnly()));
    }
  }

  @Test
  void theTokenAloneBringsNobodyBack() {
    Guest alice = hall.hello(as("alice"), HELLO);
    String token = alice.token();
    alice.end(Disconnect.SIGNED_OUT);
    Guest thief = hall.resume(token, 0);
    assertNotEquals(alice.id(), thief.id());
    assertFalse(Boolean.TRUE.equals(thief.welcome().resumed()));

    Hello withToken = new Hello(null, null, null, token, null, null, null, null);
    Guest back = hall.hello(as("alice"), withToken);
    assertEquals(alice.id(), back.id());
    assertEquals(token, back.token());
    Guest bob = hall.hello(as("bob"), withToken);
    assertEquals("bob", bob.welcome().userName());
    assertNotEquals(token, bob.token());
  }

  @Test
  void whatIsSaidOfTheirRoleHoldsFromTheNextHandshakeOn() {
    Guest one = hall.hello(as("alice", Role.ADMIN), HELLO);
    assertEquals(Role.ADMIN, role(one));
    Guest two = hall.hello(as("alice", Role.MODERATOR), HELLO);
    assertEquals(Role.MODERATOR, role(one));
    List.of(one, two).forEach(it -> it.end(Disconnect.PEER_GONE));
    Hello resume = new Hello(null, null, null, two.token(), null, null, null, null);
    assertEquals(Role.MEMBER, role(hall.hello(as("alice"), resume)));
  }

  @Test
  void whoKeepsOrderIsProtectedAlsoWhileAwayAsLongAsTheContainerSaidSo() {
    Guest mo = hall.official("Mo", Role.MODERATOR);
    Guest alice = hall.enter(as("alice", Role.ADMIN));
    Guest bob = hall.enter(as("bob", Role.MODERATOR));
    Mute ofAlice = new Mute(null, "alice", 60L, null, "r");
    Ban ofBob = new Ban("" + bob.id(), null, null, null, null, "r");
    List.of(alice, bob).forEach(it -> it.end(Disconnect.PEER_LEFT));
    for (ClientMessage refused : List.of(ofAlice, ofBob)) {
      mo.heard();
      mo.say(refused);
      assertEquals("not_allowed", code(mo.heardOnly()));
    }

    hall.enter(as("alice")).end(Disconnect.PEER_LEFT);
    mo.heard();
    mo.say(ofAlice);
    assertTrue(mo.heardOnly() instanceof Moderated);
  }

  @Test
  void anAdministratorOfTheContainerAloneDoesNotTakeTheLastOneThatIsHere() {
    Guest joe = hall.official("Joe", Role.ADMIN);
    Guest alice = hall.hello(as("alice", Role.ADMIN), HELLO);
    for (ClientMessage refused :
        List.of(
            new Ban(null, "Joe", null, null, null, "r"),
            new SetRole(null, "Joe", "member", null, "r"))) {
      alice.heard();
      alice.say(refused);
      assertEquals("not_allowed", code(alice.heardOnly()));
    }
    assertFalse(joe.client.hasLeft());
    hall.official("Jill", Role.ADMIN);
    alice.say(new Ban(null, "Joe", null, null, null, "r"));
    assertTrue(joe.client.hasLeft());
  }

  @Test
  void whereTheContainerSaysWhoAdministratesNobodyHasToHere() {
    for (boolean byContainer : List.of(true, false)) {
      Discipline discipline = hall.chat.oversight().discipline();
      Succession succession =
          new Succession(
              hall.memory.accounts(), discipline, byContainer, hall.chat.lane(), Runnable::run);
      assertEquals(byContainer, succession.isEnough(List.of()));
    }
  }

  @Test
  void ofTwoHandshakesAtOnceTheLaterOneSaysWhatTheRoleIs() throws Exception {
    List<Runnable> later = new ArrayList<>();
    hall.readers = later::add;
    List<Guest> lines =
        List.of(hall.enter(as("alice", Role.ADMIN)), hall.enter(as("alice", Role.MODERATOR)));
    hall.readers = Runnable::run;
    later.forEach(Runnable::run);

    assertEquals(Role.MODERATOR, role(lines.get(0)));
    assertEquals(
        Role.MODERATOR, hall.memory.accounts().of(lines.get(0).id()).orElseThrow().vouchedRole());
  }

  @Test
  void nameAndPasswordAreNotTheirsToSay() {
    Guest alice = hall.enter(as("alice"));
    alice.heard();
    for (ClientMessage refused :
        List.of(
            new SetName("bob", "r"),
            new Register("bob", "correct horse", null, "r"),
            new Auth("bob", "correct horse", "r"))) {
      alice.say(refused);
      assertEquals("not_allowed", code(alice.heardOnly()));
    }
    Guest again =
        hall.hello(
            as("alice"), new Hello(null, null, null, null, "bob", "correct horse", null, null));
    assertEquals("not_allowed", code(again.heard().get(0)));
    assertEquals(alice.id(), again.id());
  }

  @Test
  void whileAccountsCannotBeReadNobodyIsTurnedIntoAGuest() {
    List<Runnable> later = new ArrayList<>();
    hall.readers = later::add;
    Guest alice = hall.enter(as("alice"));
    assertEquals(List.of(), alice.heard());
    alice.say("hello");
    assertEquals(List.of(), alice.heard());
    hall.readers = Runnable::run;
    later.forEach(Runnable::run);
    assertEquals("alice", alice.welcome().userName());
  }
}
