package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.wire.ClientMessage.ChangePassword;
import chatroom.wire.ClientMessage.CreateToken;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.PasswordChanged;
import chatroom.wire.SessionMessage.TokenCreated;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** No token that a stranger has made outlives the password. */
class LateTokensTest extends Court {
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  private Guest program(String token) {
    return hall.hello(new Hello(null, null, null, null, null, null, token, null));
  }

  private static String token(Guest owner) {
    owner.say(new CreateToken("ci", "write", null, null, "k"));
    return owner.heard().stream()
        .filter(TokenCreated.class::isInstance)
        .map(it -> ((TokenCreated) it).content().token())
        .findFirst()
        .orElseThrow();
  }

  private static boolean isChanged(List<ServerMessage> heard) {
    return heard.stream().anyMatch(PasswordChanged.class::isInstance);
  }

  @Test
  void whatIsLetInWhileThePasswordIsChangedIsOverWithTheOldOne() {
    Guest stranger = signedIn("Ann");
    hall.hashers = waiting::add;
    member.say(new ChangePassword(PASSWORD, "another horse", "w"));
    waiting.remove().run(); // It is the right one; the new one is to be hashed.
    String token = token(stranger);
    Guest program = program(token);
    assertFalse(program.client.hasLeft());
    waiting.remove().run();

    assertTrue(isChanged(member.heard()));
    assertTrue(stranger.client.hasLeft());
    assertTrue(program.client.hasLeft());
    assertEquals("auth_failed", code(program(token).heardOnly()));
  }
}
