package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.config.Machine.Where;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnknownKeysTest {
  @TempDir Path userHome = Path.of("");

  @Test
  void anUnknownKeyIsWarnedAboutWithTheNearestKnownOne() {
    Machine machine = new Machine(userHome);
    machine.properties.put("chat.max-client", "7");
    machine.environment.put("CHAT_HISTORYSIZE", "7");
    machine.file("rate_limit = 7\nchat.max-clients = 7\n");
    String file = machine.home().resolve("chat.properties").toString();

    assertEquals(
        List.of(
            "Unknown setting, ignored: system property chat.max-client;"
                + " did you mean chat.max-clients?",
            "Unknown setting, ignored: environment variable CHAT_HISTORYSIZE;"
                + " did you mean CHAT_HISTORY_SIZE?",
            "Unknown setting, ignored: in "
                + file
                + ": chat.max-clients; did you mean max-clients?",
            "Unknown setting, ignored: in " + file + ": rate_limit; did you mean rate-limit?"),
        machine.config().warnings());
  }

  @Test
  void whatIsLikeNoKeyGetsNoHint() {
    Machine machine = new Machine(userHome);
    machine.environment.put("CHAT_PORT_8080_TCP", "tcp://10.0.0.1:8080");

    assertEquals(
        List.of("Unknown setting, ignored: environment variable CHAT_PORT_8080_TCP"),
        machine.config().warnings());
  }

  @Test
  void knownKeysAndOtherPeoplesNamesAreNotWarnedAbout() {
    Machine machine = new Machine(userHome);
    machine.say(Where.PROPERTY, "home", userHome.toString()).say(Where.VARIABLE, "home", "/x");
    machine.properties.put("chatter.box", "7");
    machine.environment.put("CHATTER", "7");

    assertEquals(List.of(), machine.config().warnings());
  }
}
