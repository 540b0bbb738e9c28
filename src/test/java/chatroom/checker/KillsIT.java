package chatroom.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChildServer;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Kills the server over and over while clients talk, lose their lines and come back: nothing that
 * was acknowledged is lost, nothing comes twice, and nobody misses anything.
 *
 * <p>{@code -Dkills=200} is how often, {@code -Dkills.seed=7} which plan; the seed of a run is in
 * its report.
 */
@Tag("kills")
final class KillsIT {
  private static final Logger LOG = Logger.getLogger(KillsIT.class.getName());
  private static final int CLIENTS = 10;
  private static final Duration FOREVER = Duration.ofHours(6);

  private static final Map<String, String> CONFIG =
      Map.of("rate-limit", "0", "resume-window-seconds", "30", "queue-bytes", "65536");

  @Test
  void everyPromiseOutlivesTheServer() throws InterruptedException {
    long seed = Long.getLong("kills.seed", Math.floorMod(System.nanoTime(), 1_000_000));
    Plan plan = new Plan(seed, CLIENTS);
    LOG.info(() -> "kills.seed " + seed);
    try (var server = new ChildServer(CONFIG)) {
      server.start();
      var outages = plan.outages(Integer.getInteger("kills", 20));
      Outcome outcome =
          Run.of(server.ws(), plan, new Outages(new Killed(server), outages, FOREVER));
      LOG.info(outcome::report);
      assertTrue(outcome.isSound(), () -> outcome.report() + "\nsee " + server.folder());
      assertEquals(0, outcome.repairs(), "who resumes is told what they missed, unasked");
    }
  }

  private record Killed(ChildServer server) implements Mortal {
    @Override
    public void end(boolean orderly) throws InterruptedException {
      if (orderly) {
        server.stop();
      } else {
        server.kill();
      }
    }

    @Override
    public void begin() {
      server.start();
    }
  }
}
