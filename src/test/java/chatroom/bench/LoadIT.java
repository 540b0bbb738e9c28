package chatroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The load tool itself: against the chat, and against servers that lose or refuse. */
final class LoadIT {
  private static final int WHOLE = 0;
  private static final int LOST = 1;
  private static final int NOT_TRIED = 2;

  private static ChatServer server;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    server = ChatServer.start(Map.of("rate-limit", "0", "log", "memory"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private int run(String more) throws InterruptedException {
    return runAt(server.ws().toString(), more);
  }

  private int runAt(String url, String more) throws InterruptedException {
    String line = "--url " + url + " --clients 20 --seconds 1 --warm-up 0 " + more;
    return LoadTest.run(new PrintStream(screen, true, UTF_8), line.split(" ", -1));
  }

  private String said() {
    return screen.toString(UTF_8);
  }

  /** What was said, and what the server logged meanwhile. */
  private String saidWith(ChatServer server) {
    return said() + String.join("\n", server.log());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "text", "binary"})
  void everybodyGetsEverything(String frames) throws InterruptedException {
    assertEquals(WHOLE, run("--rate 100 --senders 3 --threads 2 --frames " + frames), this::said);
    assertFalse(said().contains("errors"), this::said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "text", "binary"})
  void everybodyGetsEverythingWhenSaturated(String frames) throws InterruptedException {
    assertEquals(WHOLE, run("--saturate --most-under-way 2 --frames " + frames), this::said);
  }

  @Test
  void whoStopsReadingCountsInNothing() throws InterruptedException {
    assertEquals(WHOLE, run("--rate 50 --stuck 2"), this::said);
    assertTrue(said().contains("2 stopped reading, 0 of them were closed"), this::said);
  }

  @Test
  void whatTheServerRefusesIsLost() throws InterruptedException {
    try (var strict = ChatServer.start(Map.of("rate-limit", "1"))) {
      assertEquals(LOST, runAt(strict.ws().toString(), "--rate 30"), () -> saidWith(strict));
    }
    assertTrue(said().contains("rate_limited"), this::said);
  }

  @Test
  void aServerThatIsFullIsNotTried() throws InterruptedException {
    try (var small = ChatServer.start(Map.of("max-clients", "5"))) {
      assertEquals(NOT_TRIED, runAt(small.ws().toString(), "--rate 1"), () -> saidWith(small));
    }
    assertTrue(said().contains("of 20 clients could not come in: "), this::said);
    assertTrue(said().contains("server_full"), this::said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/"})
  void noChatIsNotTried(String path) throws InterruptedException {
    assertEquals(
        NOT_TRIED, runAt("ws://" + server.ws().getAuthority() + path, "--rate 1"), this::said);
    assertTrue(said().contains("HTTP/1.1 404"), this::said);
  }

  @Test
  void noServerIsNotTried() throws InterruptedException {
    assertEquals(NOT_TRIED, runAt("ws://127.0.0.1:1/chat/ws", "--rate 1"), this::said);
  }
}
