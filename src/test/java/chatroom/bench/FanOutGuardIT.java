package chatroom.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A delivery costs the packaged application no more than a part of what it costs an endpoint that
 * encodes and writes for each client, in the same run on the same machine.
 */
@Tag("guard")
final class FanOutGuardIT {
  private static final Logger LOG = Logger.getLogger(FanOutGuardIT.class.getName());
  private static final int READERS = 250;
  private static final int ROUNDS = 3;

  /**
   * Twice what it is when a message is encoded once, 0.07 to 0.09, and well below what it is when
   * it is encoded for each reader, 0.26 to 0.28.
   */
  private static final String MOST_BINARY = "0.16";

  /**
   * One object in each frame costs more, and what part that is differs with what a write costs the
   * machine: 0.18 to 0.22 where it is dear and 0.27 to 0.29 where it is cheap; encoded for each
   * reader, 0.57 and 0.45.
   */
  private static final String MOST_PLAIN = "0.35";

  /** Fixed: which window is the best depends on what else the machine does. */
  private static final int UNDER_WAY = 64;

  private static Workload saturated(Frames frames) {
    return new Workload(
        frames,
        READERS,
        1,
        List.of("general"),
        60,
        0,
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        UNDER_WAY,
        UNDER_WAY,
        0,
        1,
        64);
  }

  /**
   * @param most the bound: CPU for a delivery as a part of the naive endpoint's, both saturated
   */
  @ParameterizedTest
  @CsvSource({"BINARY, " + MOST_BINARY, "PLAIN, " + MOST_PLAIN})
  void aDeliveryCostsAPartOfTheNaiveOne(Frames frames, double most) throws InterruptedException {
    var comparison = new Comparison();
    try (var war = ChildJvm.chat(READERS, List.of("general"));
        var naive = ChildJvm.naive(READERS)) {
      for (int round = 0; round < ROUNDS; round++) {
        comparison.add(Load.run(war.target(), saturated(frames)));
        comparison.add(Load.run(naive.target(), saturated(frames)));
      }
    }
    String figures = frames + System.lineSeparator() + Report.of(comparison);
    LOG.info(figures);
    assertTrue(comparison.all().stream().allMatch(Outcome::isWhole), figures);
    double ratio =
        comparison.least("war", Comparison::cost) / comparison.least("naive", Comparison::cost);
    assertTrue(ratio <= most, ratio + " x naive, of at most " + most + "\n" + figures);
  }
}
