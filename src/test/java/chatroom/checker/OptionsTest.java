package chatroom.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {
  @Test
  void onlyTheAddressIsNeeded() {
    Options options = Options.parse("--url", "ws://chat.example/chat/ws");
    assertEquals(URI.create("ws://chat.example:80/chat/ws"), options.url());
    assertEquals(Duration.ofSeconds(60), options.time());
    assertEquals(8, options.clients());
    assertNull(options.killCommand());
  }

  @Test
  void everythingCanBeSaid() {
    Options options =
        Options.parse(
            ("--url ws://h:8080/c/ws --seconds 5 --clients 3 --seed 7"
                    + " --kill-command k --restart-command r")
                .split(" ", -1));
    assertEquals(
        new Options(URI.create("ws://h:8080/c/ws"), Duration.ofSeconds(5), 3, 7, "k", "r"),
        options);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seconds 5",
        "--url http://h/c/ws",
        "--url wss://h/c/ws",
        "--url",
        "--url ws://h/c/ws --speed 9",
        "--url ws://h/c/ws --clients 1",
        "--url ws://h/c/ws --seconds many",
        "--url ws://h/c/ws --kill-command k",
      })
  void whatIsWrongIsRefused(String line) {
    assertThrows(IllegalArgumentException.class, () -> Options.parse(line.split(" ", -1)));
  }
}
