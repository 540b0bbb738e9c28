package chatroom.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Puts a workload on a server, and measures it.
 *
 * <p>Thread safety: for one thread.
 */
final class Load {
  private static final Duration LEAD_IN = Duration.ofMillis(300);
  private static final int WARM_WINDOW = 8;
  private static final long PATIENCE_SECONDS = 5;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Target target;
  private final Workload workload;
  private final Crowd crowd;

  private Load(Target target, Workload workload, Crowd crowd) {
    this.target = target;
    this.workload = workload;
    this.crowd = crowd;
  }

  /**
   * Does all of it, from the first connection to the last.
   *
   * @throws IllegalStateException if not all clients could come in
   */
  static Outcome run(Target target, Workload workload) throws InterruptedException {
    try (Crowd crowd = new Crowd(target, workload)) {
      crowd.gather();
      Load load = new Load(target, workload, crowd);
      return workload.isSaturated() ? load.saturated() : load.atRate();
    }
  }

  private Outcome atRate() throws InterruptedException {
    send(workload.warmUp());
    crowd.drain();
    Meter meter = new Meter(target, crowd);
    send(workload.time());
    Figures figures = meter.stop(0, crowd::drain);
    return crowd.outcome(target, figures, List.of(figures));
  }

  private void send(Duration time) throws InterruptedException {
    long begin = System.nanoTime();
    long count = (long) (time.toNanos() / NANOS_PER_SECOND * workload.rate());
    FixedRate rate = new FixedRate(begin, workload.rate(), count, crowd::publish);
    crowd.sending().pace(rate);
    for (long i = 0; i < count; i++) {
      sleepUntil(rate.due(i));
      crowd.sending().nudge();
    }
    sleepUntil(begin + time.toNanos());
    while (!rate.isDone()) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    crowd.sending().rest();
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
  }

  private Outcome saturated() throws InterruptedException {
    keepUnderWay(WARM_WINDOW, workload.warmUp());
    WindowDoubling doubling = new WindowDoubling(workload.leastUnderWay(), workload.mostUnderWay());
    List<Figures> steps = new ArrayList<>();
    int best = 0;
    boolean moves = true;
    while (doubling.goesOn() && moves) {
      int window = doubling.window();
      keepUnderWay(window, LEAD_IN);
      Meter meter = new Meter(target, crowd);
      moves = keepUnderWay(window, workload.time());
      steps.add(meter.stop(window, () -> {}));
      if (doubling.reached(steps.get(steps.size() - 1).deliveriesPerSecond())) {
        best = steps.size() - 1;
      }
    }
    crowd.sending().rest();
    crowd.drain();
    return crowd.outcome(target, steps.get(best), steps);
  }

  /** Goes on so for a while; false if nothing moves any more. */
  private boolean keepUnderWay(int window, Duration time) throws InterruptedException {
    crowd
        .sending()
        .pace(
            now -> {
              while (crowd.underWay() < window) {
                crowd.publish(System.nanoTime());
              }
            });
    Progress progress = new Progress(crowd, PATIENCE_SECONDS);
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end && !progress.hasStopped()) {
      TimeUnit.MILLISECONDS.sleep(Math.min(20, Math.max(1, (end - System.nanoTime()) / 1_000_000)));
    }
    return !progress.hasStopped();
  }
}
