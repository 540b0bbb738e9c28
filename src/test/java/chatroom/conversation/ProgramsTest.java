package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.ChangePassword;
import chatroom.wire.ClientMessage.CreateToken;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.RevokeToken;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.Pong;
import chatroom.wire.SessionMessage.TokenCreated;
import chatroom.wire.SessionMessage.Tokens;
import chatroom.wire.StoredMessage.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Programs come as users by tokens, do no more than these let through, and are over with them. */
class ProgramsTest {
  private static final String PASSWORD = "correct horse";

  private final Hall hall = new Hall(false);

  private Guest user(String name, boolean admin) {
    return InvitationTest.signedIn(hall, name, admin);
  }

  private static String code(ServerMessage failure) {
    return ((Failure) failure).content().code();
  }

  private static TokenCreated.Token token(
      Guest owner, String scopes, @Nullable Long seconds, @Nullable String bot) {
    owner.heard();
    owner.say(new CreateToken("ci", scopes, seconds, bot, "k"));
    return ((TokenCreated) owner.heardOnly()).content();
  }

  private static String token(Guest owner, String scopes) {
    return token(owner, scopes, null, null).token();
  }

  private Guest program(String token) {
    return hall.hello(new Hello(null, null, null, null, null, null, token, null));
  }

  private static void assertAlive(Guest guest) {
    guest.heard();
    guest.say(new ClientMessage.Ping("p"));
    assertTrue(guest.heardOnly() instanceof Pong);
  }

  private static List<Tokens.Entry> tokens(Guest owner) {
    owner.heard();
    owner.say(new ClientMessage.GetTokens("t"));
    return ((Tokens) owner.heardOnly()).content();
  }

  @Test
  void aProgramIsTheUserAndGetsNothingToComeBackBy() {
    Guest ann = user("Ann", false);
    TokenCreated.Token made = token(ann, "write", null, null);
    Guest program = program(made.token());

    assertEquals(ann.id(), made.userId());
    assertEquals("read,write", made.scopes());
    assertEquals(null, made.expiresAt());
    assertEquals(ann.id(), program.welcome().userId());
    assertEquals("Ann", program.welcome().userName());
    assertEquals(null, program.welcome().resumeToken());
    ann.heard();
    program.say("built");
    assertEquals("built", ((Message) ann.heardOnly()).content());
  }

  @Test
  void aTokenIsListedWithoutWhatItIsShownAs() {
    Guest ann = user("Ann", false);
    TokenCreated.Token made = token(ann, "read", 60L, null);
    program(made.token());

    assertEquals(
        List.of(
            new Tokens.Entry(
                made.id(), "ci", "read", ann.id(), false, Hall.NOW, Hall.NOW + 60, true)),
        tokens(ann));
    assertFalse(made.token().contains(made.id()));
    assertNotEquals(made.token(), token(ann, "read"));
  }

  @Test
  void whatIsNoTokenIsRefused() {
    Guest ann = user("Ann", false);
    for (CreateToken wrong :
        List.of(
            new CreateToken(null, "read", null, null, "k"),
            new CreateToken("x".repeat(41), "read", null, null, "k"),
            new CreateToken("a\nb", "read", null, null, "k"),
            new CreateToken("ci", null, null, null, "k"),
            new CreateToken("ci", "admin", null, null, "k"),
            new CreateToken("ci", "read", 59L, null, "k"),
            new CreateToken("ci", "read", 31_536_001L, null, "k"))) {
      ann.say(wrong);
      assertEquals("invalid_format", code(ann.heardOnly()));
    }
    Guest guest = hall.hello("Guest");
    guest.heard();
    guest.say(new CreateToken("ci", "read", null, null, "k"));
    assertEquals("not_allowed", code(guest.heardOnly()));
  }

  @Test
  void aUserHasTwentyAndNoMore() {
    Guest ann = user("Ann", false);
    for (int i = 0; i < 20; i++) {
      token(ann, "read");
    }
    ann.say(new CreateToken("ci", "read", null, null, "k"));
    assertEquals("not_allowed", code(ann.heardOnly()));
  }

  @Test
  void byATokenNobodyComesFurther() {
    Guest ann = user("Ann", true);
    String all = token(ann, "read,write,moderate");
    Guest program = program(all);
    for (ClientMessage more :
        List.of(
            new CreateToken("ci", "read", null, null, "r"),
            new ClientMessage.GetTokens("r"),
            new RevokeToken("x", "r"),
            new ChangePassword(PASSWORD, "another horse", "r"),
            new ClientMessage.GetSessions("r"),
            new ClientMessage.EndSessions(null, "r"),
            new ClientMessage.CreateInvitation(null, null, "r"),
            new ClientMessage.Register("Bob", PASSWORD, null, "r"),
            new ClientMessage.Auth("Ann", PASSWORD, "r"))) {
      program.heard();
      program.say(more);
      assertEquals("not_allowed", code(program.heardOnly()));
    }
    assertAlive(program);
    assertEquals(1, tokens(ann).size());
  }

  @Test
  void whoMayOnlyReadSaysNothing() {
    Guest witness = hall.hello("Eve");
    Guest ann = user("Ann", false);
    Guest program = program(token(ann, "read"));
    for (Guest one : List.of(program, witness)) {
      one.heard();
    }
    program.say("spam");
    assertEquals("not_allowed", code(program.heardOnly()));
    assertEquals(List.of(), witness.heard());
    witness.say("hello");
    assertTrue(program.heardOnly() instanceof Message);
    assertAlive(program);
  }

  @Test
  void aRightOfARoleNeedsItsScopeAndTheRole() {
    Guest eve = hall.hello("Eve");
    eve.say("spam");
    Guest admin = user("Root", true);
    Guest ann = user("Ann", false);
    for (String tooLittle :
        List.of(token(admin, "write"), token(admin, "moderate"), token(ann, "write,moderate"))) {
      Guest program = program(tooLittle);
      program.heard();
      program.say(new ClientMessage.Delete(1L, "d"));
      assertEquals("not_allowed", code(program.heardOnly()));
    }
    Guest program = program(token(admin, "write,moderate"));
    program.heard();
    program.say(new ClientMessage.Delete(1L, "d"));
    assertTrue(program.heard().stream().noneMatch(Failure.class::isInstance));
  }

  @Test
  void aRevokedTokenEndsItsProgramsAtOnceAndNobodyElse() {
    Guest ann = user("Ann", false);
    TokenCreated.Token made = token(ann, "write", null, null);
    Guest one = program(made.token());
    Guest two = program(made.token());
    Guest other = program(token(ann, "write"));
    ann.heard();
    ann.say(new RevokeToken(made.id(), "r"));

    assertEquals(1, ((Tokens) ann.heardOnly()).content().size());
    for (Guest gone : List.of(one, two)) {
      assertTrue(gone.client.hasLeft());
      gone.say("still here");
    }
    assertEquals(List.of(), ann.heard());
    assertAlive(other);
    Guest late = program(made.token());
    assertEquals("auth_failed", code(late.heardOnly()));
    assertTrue(late.client.hasLeft());
  }

  @Test
  void whatIsRevokedWhileItIsLookedUpLetsNobodyIn() {
    Guest ann = user("Ann", false);
    TokenCreated.Token made = token(ann, "write", null, null);
    Queue<Runnable> looking = new ArrayDeque<>();
    hall.readers = looking::add;
    Guest program = program(made.token());
    Runnable look = looking.remove();
    hall.readers = Runnable::run;
    ann.say(new RevokeToken(made.id(), "r"));
    look.run();
    ann.heard();
    program.say("in");

    assertTrue(program.client.hasLeft());
    assertEquals(List.of(), ann.heard());
  }

  @Test
  void nobodyRevokesWhatIsAnothers() {
    Guest ann = user("Ann", false);
    Guest admin = user("Root", true);
    TokenCreated.Token made = token(ann, "read", null, null);
    Guest program = program(made.token());
    for (Guest somebody : List.of(user("Bob", false), admin)) {
      somebody.heard();
      somebody.say(new RevokeToken(made.id(), "r"));
      assertEquals("not_allowed", code(somebody.heardOnly()));
    }
    assertAlive(program);
  }

  @Test
  void whenItsTimeIsOverTheProgramIsGone() {
    Guest ann = user("Ann", false);
    Guest program = program(token(ann, "read", 90L, null).token());
    pass(Duration.ofSeconds(60));
    pass(Duration.ofSeconds(29));
    assertAlive(program);
    pass(Duration.ofSeconds(1));
    assertTrue(program.client.hasLeft());
    assertEquals(List.of(), tokens(ann));
  }

  private void pass(Duration time) {
    hall.node.clock.pass(time);
    hall.timer.pass(time);
  }

  @Test
  void anotherPasswordEndsAllPrograms() {
    Guest ann = user("Ann", false);
    String token = token(ann, "write");
    Guest program = program(token);
    ann.say(new ChangePassword(PASSWORD, "another horse", "w"));

    assertTrue(program.client.hasLeft());
    assertFalse(ann.client.hasLeft());
    assertEquals(List.of(), tokens(ann));
    assertEquals("auth_failed", code(program(token).heardOnly()));
  }

  @Test
  void aWrongTokenIsAWrongPasswordAndHoldsUpNobody() {
    for (String wrong : List.of("", "x", "y".repeat(43), "\u0000")) {
      Guest guest = program(wrong);
      assertEquals("auth_failed", code(guest.heardOnly()));
      assertTrue(guest.client.hasLeft());
    }
    Guest ann = user("Ann", false);
    String right = token(ann, "read");
    for (int i = 0; i < 100; i++) {
      program("y".repeat(43));
    }
    assertEquals(ann.id(), program(right).welcome().userId());
  }

  @Test
  void aBotIsAUserAsWhomNobodySignsIn() {
    Guest admin = user("Root", true);
    TokenCreated.Token made = token(admin, "write", null, "Robo");
    Guest bot = program(made.token());
    assertEquals("Robo", bot.welcome().userName());
    assertEquals(made.userId(), bot.welcome().userId());
    admin.heard();
    bot.say("beep");
    assertEquals("Robo", ((Message) admin.heardOnly()).fromName());
    bot.end(Disconnect.PEER_LEFT);

    for (String password : List.of("$bot$", "", PASSWORD)) {
      Guest mallory = hall.hello(new Hello(null, null, null, null, "Robo", password, null, null));
      assertEquals("auth_failed", code(mallory.heardOnly()));
    }
    Guest thief = hall.hello("Guest");
    thief.heard();
    thief.say(new ClientMessage.SetName("robo", "n"));
    assertEquals("name_taken", code(thief.heardOnly()));
  }

  @Test
  void aBotGetsAnotherTokenAndEveryAdministratorSeesAndRevokesThem() {
    Guest admin = user("Root", true);
    TokenCreated.Token first = token(admin, "read", null, "Robo");
    TokenCreated.Token second = token(admin, "read", null, "ROBO");
    assertEquals(first.userId(), second.userId());
    Guest other = user("Other", true);
    assertEquals(2, tokens(other).size());
    assertTrue(tokens(other).stream().allMatch(Tokens.Entry::bot));
    Guest bot = program(first.token());
    other.heard();
    other.say(new RevokeToken(first.id(), "r"));
    assertTrue(bot.client.hasLeft());
    assertEquals(1, tokens(admin).size());
    assertEquals(List.of(), tokens(user("Ann", false)));
  }

  @Test
  void onlyAnAdministratorMakesBotsAndNobodyBecomesOne() {
    Guest ann = user("Ann", false);
    ann.say(new CreateToken("ci", "read", null, "Robo", "k"));
    assertEquals("not_allowed", code(ann.heardOnly()));
    Guest admin = user("Root", true);
    for (String taken : List.of("Ann", "root", "System")) {
      admin.heard();
      admin.say(new CreateToken("ci", "read", null, taken, "k"));
      assertEquals("name_taken", code(admin.heardOnly()));
    }
    admin.say(new CreateToken("ci", "read", null, "", "k"));
    assertEquals("invalid_name", code(admin.heardOnly()));
    Guest late = hall.hello("Robo");
    assertEquals("Robo", late.welcome().userName());
  }
}
