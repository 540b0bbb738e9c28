package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.account.ResumeToken;
import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Accounts;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import chatroom.room.Voucher;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.CreateInvitation;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.AuthSuccess;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Invitation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where accounts are made by invitation, whoever has one makes an account, and nobody else. */
class InvitationTest {
  private static final String PASSWORD = "correct horse";

  private final Hall hall = new Hall(true);

  private static final class Ignored implements Accounts.Appointment {
    @Override
    public void kept() {}

    @Override
    public void lastAdmin() {
      throw new AssertionError("the last administrator");
    }

    @Override
    public void refused(Unavailable why) {
      throw new AssertionError(why);
    }
  }

  private Guest admin() {
    return signedIn(hall, "Root", true);
  }

  /** Somebody with an account, however accounts are made there. */
  static Guest signedIn(Hall hall, String name, boolean admin) {
    Guest guest = hall.hello("Guest");
    hall.chat
        .signIns()
        .vouching()
        .issue(
            new Voucher(
                ResumeToken.parse("x".repeat(43)).orElseThrow().hash(),
                1,
                hall.node.clock.instant().plusSeconds(60),
                1),
            () -> {},
            why -> {
              throw new AssertionError(why);
            });
    guest.say(new Register(name, PASSWORD, "x".repeat(43), "r"));
    if (admin) {
      hall.memory.accounts().setRole(guest.id(), Role.ADMIN, any -> true, new Ignored());
    }
    guest.end(Disconnect.PEER_LEFT);
    Guest user = hall.hello(new Hello(null, null, null, null, name, PASSWORD, null, null));
    user.heard();
    return user;
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  private static Invitation.Terms invitation(Guest admin, CreateInvitation wanted) {
    admin.say(wanted);
    return ((Invitation) admin.heardOnly()).content();
  }

  private static String token(Guest admin, long uses) {
    return invitation(admin, new CreateInvitation(null, uses, null)).token();
  }

  private Guest guest() {
    Guest guest = hall.hello((String) null);
    guest.heard();
    return guest;
  }

  private static Register register(String name, @Nullable String invitation) {
    return new Register(name, PASSWORD, invitation, "r");
  }

  private static boolean isMember(Guest guest) {
    return guest.heard().stream().anyMatch(AuthSuccess.class::isInstance);
  }

  @Test
  void anInvitationSaysForHowLongAndHowOften() {
    Guest admin = admin();
    long week = Hall.NOW + 604_800;
    Invitation.Terms usual = invitation(admin, new CreateInvitation(null, null, "i"));
    assertEquals(new Invitation.Terms(usual.token(), week, 1), usual);
    Invitation.Terms other = invitation(admin, new CreateInvitation(60L, 1_000L, "i"));
    assertEquals(new Invitation.Terms(other.token(), Hall.NOW + 60, 1_000), other);
    assertFalse(other.token().equals(usual.token()));
    assertEquals(
        Hall.NOW + 2_592_000,
        invitation(admin, new CreateInvitation(2_592_000L, 1L, null)).expiresAt());
  }

  @Test
  void theWelcomeSaysThatOneIsNeeded() {
    assertEquals("invitation", registration(guest()));
    assertEquals("open", registration(new Hall(false).hello("Ann")));
  }

  private static String registration(Guest guest) {
    return Objects.requireNonNull(guest.welcome().features()).registration();
  }

  @Test
  void beyondItsBoundsThereIsNone() {
    Guest admin = admin();
    for (CreateInvitation wrong :
        List.of(
            new CreateInvitation(59L, 1L, "i"),
            new CreateInvitation(2_592_001L, 1L, "i"),
            new CreateInvitation(60L, 0L, "i"),
            new CreateInvitation(60L, 1_001L, "i"),
            new CreateInvitation(-1L, -1L, "i"),
            new CreateInvitation(Long.MAX_VALUE, Long.MAX_VALUE, "i"))) {
      admin.say(wrong);
      assertEquals("invalid_format", code(admin.heardOnly()));
    }
  }

  @Test
  void whoIsNoAdministratorInvitesNobody() {
    Guest ann = signedIn(hall, "Ann", false);
    for (Guest somebody : List.of(ann, guest())) {
      somebody.heard();
      somebody.say(new CreateInvitation(null, null, "i"));
      assertEquals("not_allowed", code(somebody.heardOnly()));
    }
  }

  @Test
  void whereEverybodyRegistersNobodyIsInvited() {
    Hall open = new Hall(false);
    Guest admin = signedIn(open, "Root", true);
    admin.say(new CreateInvitation(null, null, "i"));
    assertEquals("unsupported", code(admin.heardOnly()));
  }

  @Test
  void byAnInvitationAsManyMakeAnAccountAsItSays() {
    String token = token(admin(), 2);
    for (String name : List.of("Ann", "Bob")) {
      Guest guest = guest();
      guest.say(register(name, token));
      assertTrue(isMember(guest));
    }
    Guest eve = guest();
    eve.say(register("Eve", token));
    assertEquals("invalid_invitation", code(eve.heardOnly()));
  }

  @Test
  void whatIsNotGoodIsAnsweredAlikeAndNothingIsHashed() {
    Guest admin = admin();
    String expired = invitation(admin, new CreateInvitation(60L, 1L, null)).token();
    hall.node.clock.pass(Duration.ofMinutes(1));
    String used = token(admin, 1);
    Guest ann = guest();
    ann.say(register("Ann", used));
    assertTrue(isMember(ann));
    hall.hashers =
        task -> {
          throw new AssertionError("hashed");
        };
    Guest eve = guest();
    for (@Nullable String wrong :
        new @Nullable String[] {null, "", "x", "y".repeat(43), "y".repeat(44), used, expired}) {
      eve.say(register("Eve", wrong));
      Failure failure = (Failure) eve.heardOnly();
      assertEquals("invalid_invitation", failure.content().code());
      assertEquals("An invitation is needed that can still be used", failure.content().message());
      assertEquals("r", failure.content().ref());
    }
    Guest other = guest();
    other.say(new ClientMessage.SetName("Eve", "n"));
    assertEquals(1, other.heard().size());
  }

  @Test
  void whoGuessesIsBoundedAsWhoRegistersIs() {
    Guest eve = guest();
    for (int i = 0; i < 20; i++) {
      eve.say(register("Eve", "y".repeat(43)));
      assertEquals("invalid_invitation", code(eve.heardOnly()));
    }
    eve.say(register("Eve", "y".repeat(43)));
    assertEquals("rate_limited", code(eve.heardOnly()));
  }

  @Test
  void ofTwoWhoComeTogetherWithTheLastUseOneGetsAnAccount() {
    String token = token(admin(), 1);
    Queue<Runnable> hashing = new ArrayDeque<>();
    hall.hashers = hashing::add;
    Guest ann = guest();
    Guest bob = guest();
    ann.say(register("Ann", token));
    bob.say(register("Bob", token));
    assertEquals(2, hashing.size());
    bob.heard();
    hashing.forEach(Runnable::run);

    assertTrue(isMember(ann));
    assertEquals(
        "invalid_invitation",
        code(bob.heard().stream().filter(Failure.class::isInstance).findFirst().orElseThrow()));
    assertFalse(bob.client.hasLeft());
    Guest other = guest();
    other.say(new ClientMessage.SetName("Bob", "n"));
    assertEquals(1, other.heard().size());
  }
}
