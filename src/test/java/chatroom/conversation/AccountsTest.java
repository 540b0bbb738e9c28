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
import chatroom.wire.ClientMessage.MarkRead;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.RoomMessage.Join;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.RoomMessage.UserRenamed;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.AuthSuccess;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.StoredMessage.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A guest comes to an account, and its user is one, wherever they come from. */
class AccountsTest {
  private static final String PASSWORD = "correct horse";

  private final Hall hall = new Hall();
  private final Guest witness = hall.hello("Eve");

  private Guest registered(String name) {
    Guest guest = hall.hello("Guest");
    guest.say(new Register(name, PASSWORD, null, "r"));
    List.of(guest, witness).forEach(Guest::heard);
    return guest;
  }

  private Guest signedIn(String name) {
    return hall.hello(new Hello(null, null, null, null, name, PASSWORD, null, null));
  }

  private static List<String> types(List<ServerMessage> heard) {
    return heard.stream().map(it -> it.getClass().getSimpleName()).toList();
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  @Test
  void aGuestBecomesSomebodyWithTheirNumberAndTheirName() {
    Guest ann = hall.hello("Guest");
    witness.heard();
    ann.heard();
    ann.say(new Register("Ann", PASSWORD, null, "r"));

    List<ServerMessage> heard = ann.heard();
    assertEquals(List.of("NameChanged", "AuthSuccess"), types(heard));
    AuthSuccess success = (AuthSuccess) heard.get(1);
    assertEquals("r", success.ref());
    assertEquals(new AuthSuccess.User(ann.id(), "Ann", false, "member", null), success.content());
    assertTrue(witness.heardOnly() instanceof UserRenamed);
  }

  @Test
  void theNameIsTheirsAlsoWhenTheyAreAway() {
    registered("Ann").end(Disconnect.PEER_LEFT);
    witness.heard();
    witness.say(new SetName("ann", null));
    assertEquals("name_taken", code(witness.heardOnly()));
    witness.say(new Register("Ann", PASSWORD, null, "r"));
    assertEquals("name_taken", code(witness.heardOnly()));
  }

  @Test
  void whoSaysNameAndPasswordIsThatUserAgain() {
    Guest ann = registered("Ann");
    ann.end(Disconnect.PEER_LEFT);
    Guest again = signedIn("ANN");
    assertEquals(ann.id(), again.welcome().userId());
    assertEquals("Ann", again.welcome().userName());
    assertTrue(Boolean.TRUE.equals(again.welcome().resumed()));
    assertNotEquals(ann.token(), again.token());
  }

  @Test
  void aTokenThatWasGivenAtSignInBringsTheUserBack() {
    registered("Ann").end(Disconnect.PEER_LEFT);
    Guest second = signedIn("Ann");
    second.end(Disconnect.PEER_LEFT);
    Guest third = hall.resume(second.token(), 0);
    assertEquals(second.id(), third.id());
    assertEquals("Ann", third.welcome().userName());
  }

  @Test
  void aGuestWhoSignsInIsGoneAndTheUserIsThere() {
    registered("Ann").end(Disconnect.PEER_LEFT);
    Guest guest = hall.hello("Anonymous");
    List.of(guest, witness).forEach(Guest::heard);
    guest.say(new Auth("Ann", PASSWORD, "r"));

    List<ServerMessage> heard = guest.heard();
    assertEquals(List.of("AuthSuccess", "Users", "History"), types(heard));
    assertEquals("Ann", ((AuthSuccess) heard.get(0)).content().userName());
    List<ServerMessage> seen = witness.heard();
    assertEquals(List.of("Leave", "Join"), types(seen));
    assertEquals("Anonymous", ((Leave) seen.get(0)).content().userName());
    assertEquals("Ann", ((Join) seen.get(1)).content().userName());
  }

  @Test
  void severalTabsAreOneUser() {
    Guest one = registered("Ann");
    Guest two = signedIn("Ann");
    assertEquals(List.of(), witness.heard());
    List.of(one, two).forEach(Guest::heard);
    one.say("hello");

    assertTrue(two.heardOnly() instanceof Message);
    assertTrue(witness.heardOnly() instanceof Message);
    assertEquals(List.of(), one.heard());
    two.say(new JoinRoom("random", null));
    assertEquals(List.of("RoomJoined", "Users", "History"), types(two.heard()));
    assertEquals(List.of("RoomJoined", "Users", "History"), types(one.heard()));
    one.end(Disconnect.PEER_LEFT);
    assertEquals(List.of(), witness.heard());
    two.end(Disconnect.PEER_LEFT);
    assertTrue(witness.heardOnly() instanceof Leave);
  }

  @Test
  void whatIsReadInOneTabIsReadInTheOther() {
    Guest one = registered("Ann");
    Guest two = signedIn("Ann");
    witness.say("hello");
    List.of(one, two).forEach(Guest::heard);
    one.say(new MarkRead("general", 1L, "m"));
    assertEquals(List.of("MarkedRead"), types(one.heard()));
    assertEquals(List.of("MarkedRead"), types(two.heard()));
  }

  @Test
  void aWrongPasswordAndAWrongNameAreToldApartByNobody() {
    registered("Ann").end(Disconnect.PEER_LEFT);
    for (Hello wrong :
        List.of(
            new Hello(null, null, null, null, "Ann", "correct hors", null, null),
            new Hello(null, null, null, null, "Bob", PASSWORD, null, null),
            new Hello(null, null, null, null, "\u0000", null, null, null))) {
      Guest guest = hall.hello(wrong);
      assertEquals("auth_failed", code(guest.heardOnly()));
      assertTrue(guest.client.hasLeft());
    }
    Guest guest = hall.hello("Mallory");
    guest.heard();
    guest.say(new Auth("Ann", "wrong", "r"));
    assertEquals("auth_failed", code(guest.heardOnly()));
    assertTrue(guest.client.hasLeft());
  }

  @Test
  void whoGuessesWaits() {
    registered("Ann").end(Disconnect.PEER_LEFT);
    for (int i = 0; i < 3; i++) {
      hall.hello(new Hello(null, null, null, null, "Ann", "wrong", null, null));
    }
    Guest late = hall.hello(new Hello(null, null, null, null, "Ann", "wrong", null, null));
    assertEquals(List.of(), late.heard());
    hall.timer.pass(java.time.Duration.ofMillis(250));
    assertEquals("auth_failed", code(late.heardOnly()));
  }

  @Test
  void whatCannotBeAnAccountIsRefusedBeforeItIsHashed() {
    Guest ann = registered("Ann");
    hall.hashers =
        task -> {
          throw new AssertionError("hashed");
        };
    ann.say(new Register("Other", PASSWORD, null, "r"));
    assertEquals("not_allowed", code(ann.heardOnly()));
    ann.say(new SetName("Other", "r"));
    assertEquals("not_allowed", code(ann.heardOnly()));
    Guest guest = hall.hello("Guest");
    guest.heard();
    for (ClientMessage wrong :
        List.of(
            new Register("Bob", "short", null, "r"),
            new Register("Bob", null, null, "r"),
            new Register("Bob", "x".repeat(1_000), null, "r"))) {
      guest.say(wrong);
      assertEquals("weak_password", code(guest.heardOnly()));
    }
    guest.say(new Register(null, PASSWORD, null, "r"));
    assertEquals("invalid_name", code(guest.heardOnly()));
    guest.say(new Register("User" + guest.id(), PASSWORD, null, "r"));
    assertEquals("name_taken", code(guest.heardOnly()));
    assertFalse(guest.client.hasLeft());
  }

  @Test
  void whoIsRefusedBeforeAnythingIsHashedTakesNothingFromOthersThere() {
    registered("Ann");
    Guest guest = hall.hello("Guest");
    guest.heard();
    for (int i = 0; i < 30; i++) {
      hall.node.nanoTime.pass(java.time.Duration.ofSeconds(1));
      guest.say(new Register("Ann", PASSWORD, null, "r"));
      assertEquals("name_taken", code(guest.heardOnly()));
    }
    guest.say(new Register("Bob", PASSWORD, null, "r"));
    assertEquals(List.of("NameChanged", "AuthSuccess"), types(guest.heard()));
  }

  @Test
  void whoHasLeftBeforeTheirHelloIsReadIsNotThereForEver() {
    Guest late = hall.hello("Late");
    late.end(Disconnect.PEER_LEFT);
    int before = hall.chat.seats().clients(chatroom.delivery.Protocol.CHAT_V1).size();
    Guest silent = hall.connect();
    silent.end(Disconnect.NO_HELLO);
    silent.say(new Hello(null, null, null, null, null, null, null, null));

    assertEquals(List.of(), silent.heard());
    assertEquals(before, hall.chat.seats().clients(chatroom.delivery.Protocol.CHAT_V1).size());
  }
}
