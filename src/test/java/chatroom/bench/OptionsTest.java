package chatroom.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {
  @Test
  void nothingIsNeeded() {
    Options options = Options.parse();
    assertEquals(Optional.empty(), options.url());
    assertEquals(List.of("general"), options.workload().rooms());
    assertEquals(50, options.workload().rate());
    assertEquals(1, options.rounds());
    assertFalse(options.compare());
  }

  @Test
  void everythingCanBeSaid() {
    Options options =
        Options.parse(
            ("--url ws://h/c/ws --pid 7 --frames plain --clients 30 --senders 4 --stuck 5 --size 99"
                    + " --rate 6 --seconds 8 --warm-up 0 --rooms 2 --room-names a,b,c --threads 3"
                    + " --at-once 9 --under-way 2 --most-under-way 16 --compare --rounds 2 --joining-floor"
                    + " --json f")
                .split(" ", -1));
    Workload workload =
        new Workload(
            Frames.PLAIN,
            30,
            4,
            List.of("a", "b"),
            99,
            6,
            Duration.ofSeconds(8),
            Duration.ZERO,
            2,
            16,
            5,
            3,
            9);
    assertEquals(
        new Options(
            Optional.of(URI.create("ws://h:80/c/ws")),
            OptionalLong.of(7),
            workload,
            true,
            true,
            2,
            Optional.of(Path.of("f"))),
        options);
  }

  @Test
  void aSaturatedServerHasNoRate() {
    assertTrue(Options.parse("--saturate").workload().isSaturated());
  }

  @Test
  void thereIsASenderInEachRoomAndNobodyIsInTheFirstOne() {
    Workload workload = Options.parse("--rooms", "3").workload();
    assertEquals(List.of("load1", "load2", "load3"), workload.rooms());
    assertEquals(3, workload.senders());
  }

  @Test
  void aComparisonHasThreeRounds() {
    assertEquals(3, Options.parse("--compare").rounds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--url http://h/c/ws",
        "--url wss://h/c/ws",
        "--url",
        "--speed 9",
        "--rate 0",
        "--rate many",
        "--rate 5 --saturate",
        "--frames round",
        "--clients 1",
        "--clients 5 --senders 6",
        "--rooms 2 --senders 3",
        "--rooms 4 --room-names a,b",
        "--size 15",
      })
  void whatIsWrongIsRefused(String line) {
    assertThrows(IllegalArgumentException.class, () -> Options.parse(line.split(" ", -1)));
  }
}
