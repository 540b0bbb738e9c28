package chatroom.checker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a server as a plan says, each time starting it again, and once more before the log is read:
 * so what is read is what the server had kept.
 *
 * <p>Thread safety: for the thread of the run.
 */
final class Outages implements Trial {
  private final Mortal server;
  private final List<Outage> outages;
  private final Duration atMost;
  private int kills;
  private int restarts;

  /**
   * A trial that ends with its outages or its time, whichever is first.
   *
   * @param outages in order
   */
  Outages(Mortal server, List<Outage> outages, Duration atMost) {
    this.server = server;
    this.outages = outages;
    this.atMost = atMost;
  }

  /** A trial of a server that is left in peace for that time. */
  static Trial none(Duration time) {
    return new Trial() {
      @Override
      public void during(Company company) throws InterruptedException {
        pass(time.toMillis());
      }

      @Override
      public String done() {
        return "";
      }

      @Override
      public void beforeReading() {
        // Nothing is done to it.
      }
    };
  }

  @Override
  public void during(Company company) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (Outage outage : outages) {
      company.awaitGreeted(outage.greeted());
      pass(outage.afterMillis());
      if (System.nanoTime() > end) {
        return;
      }
      end(outage.orderly());
    }
  }

  private void end(boolean orderly) throws InterruptedException {
    server.end(orderly);
    server.begin();
    if (orderly) {
      restarts++;
    } else {
      kills++;
    }
  }

  @Override
  public String done() {
    return kills + " kills and " + restarts + " orderly restarts of the server";
  }

  @Override
  public void beforeReading() throws InterruptedException {
    end(false);
  }

  /** The pace of a plan: nothing is waited for but time. */
  private static void pass(long millis) throws InterruptedException {
    var unused = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
  }
}
