package chatroom.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A delivery costs the packaged application a part of what it costs an endpoint that encodes and
 * writes for each client, and in plain frames little more than the least that the container can do;
 * in the same run on the same machine.
 */
@Tag("guard")
final class FanOutGuardIT {
  private static final Logger LOG = Logger.getLogger(FanOutGuardIT.class.getName());
  private static final int READERS = 250;
  private static final int ROUNDS = 3;

  /** Fixed: which window is the best depends on what else the machine does. */
  private static final int UNDER_WAY = 64;

  /** At first, for the compiler, which has more to do with a chat than with a bare endpoint. */
  private static final Duration LONG_WARM_UP = Duration.ofSeconds(10);

  private static final Duration WARM_UP = Duration.ofSeconds(2);

  private static Workload saturated(Frames frames, Duration warmUp) {
    return new Workload(
        frames,
        READERS,
        1,
        List.of("general"),
        60,
        0,
        warmUp,
        Duration.ofSeconds(5),
        UNDER_WAY,
        UNDER_WAY,
        0,
        1,
        64);
  }

  /**
   * At most twice what it is when a message is encoded once, 0.07 to 0.09, and well below what it
   * is when it is encoded for each reader, 0.26 to 0.28.
   */
  @Test
  void aDeliveryInBinaryCostsASixthOfTheNaiveOne() throws InterruptedException {
    assertCost(Frames.BINARY, 0.16, "naive", ChildJvm::naive);
  }

  /**
   * The container encodes each frame for each client, whoever has it do so. Measured 1.1 to 1.4
   * once the compiler is done, 4.7 with a write for each frame.
   */
  @Test
  void aPlainDeliveryCostsLittleMoreThanTheContainerItself() throws InterruptedException {
    assertCost(Frames.PLAIN, 1.75, "gathering", ChildJvm::gathering);
  }

  /**
   * @param most the bound: CPU for a delivery as a part of the peer's, both saturated
   */
  private static void assertCost(
      Frames frames, double most, String peer, IntFunction<ChildJvm> start)
      throws InterruptedException {
    var comparison = new Comparison();
    try (var war = ChildJvm.chat(READERS, List.of("general"));
        var other = start.apply(READERS)) {
      for (int round = 0; round < ROUNDS; round++) {
        Workload workload = saturated(frames, round == 0 ? LONG_WARM_UP : WARM_UP);
        comparison.add(Load.run(war.target(), workload));
        comparison.add(Load.run(other.target(), workload));
      }
    }
    String figures = frames + System.lineSeparator() + Report.of(comparison);
    LOG.info(figures);
    assertTrue(comparison.all().stream().allMatch(Outcome::isWhole), figures);
    double ratio =
        comparison.least("war", Comparison::cost) / comparison.least(peer, Comparison::cost);
    assertTrue(ratio <= most, ratio + " x " + peer + ", of at most " + most + "\n" + figures);
  }
}
