package chatroom.checker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChildServer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  @Test
  void everyPromiseOutlivesTheServer() throws InterruptedException {
    long seed = Long.getLong("kills.seed", System.nanoTime() % 1_000_000);
    Plan plan = new Plan(seed, CLIENTS);
    LOG.info("kills.seed " + seed);
    try (var server =
        new ChildServer(
            Map.of("rate-limit", "0", "resume-window-seconds", "30", "queue-bytes", "131072"))) {
      server.start();
      Outcome outcome = Run.of(server.ws(), plan, new Outages(server, plan));
      LOG.info(outcome.report());
      assertTrue(outcome.isSound(), () -> outcome.report() + "\nsee " + server.folder());
    }
  }

  /** Ends the server as the plan says, and starts it again. */
  private record Outages(ChildServer server, Plan plan) implements Trial {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @Override
    public void during(Company company) throws InterruptedException {
      for (Outage outage : plan.outages(Integer.getInteger("kills", 20))) {
        company.awaitGreeted(outage.greeted());
        pause(outage.afterMillis());
        if (outage.orderly()) {
          server.stop();
        } else {
          server.kill();
        }
        server.start();
      }
    }

    /** The pace of the plan; nothing is waited for. */
    private static void pause(int millis) throws InterruptedException {
      assertTrue(!NEVER.await(millis, TimeUnit.MILLISECONDS));
    }

    @Override
    public void beforeReading() throws InterruptedException {
      server.kill();
      server.start();
    }
  }
}
