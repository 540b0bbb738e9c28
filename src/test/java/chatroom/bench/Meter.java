package chatroom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Measures from its making on.
 *
 * <p>Thread safety: for one thread.
 */
final class Meter {
  /** Waits for the last messages. */
  interface Late {
    void await() throws InterruptedException;
  }

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final OperatingSystemMXBean OWN =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Target target;
  private final Crowd crowd;
  private final OptionalLong serverMicros;
  private final long ownNanos;
  private final long sent;
  private final long deliveries;
  private final long bytes;
  private final long begin;

  Meter(Target target, Crowd crowd) {
    this.target = target;
    this.crowd = crowd;
    crowd.latency();
    serverMicros = serverMicros();
    ownNanos = OWN.getProcessCpuTime();
    sent = crowd.sent();
    deliveries = crowd.deliveries();
    bytes = crowd.bytes();
    begin = System.nanoTime();
  }

  private OptionalLong serverMicros() {
    return target.pid().isPresent()
        ? new ProcessFigures(target.pid().getAsLong()).cpuMicros()
        : OptionalLong.empty();
  }

  /**
   * What was used and delivered since.
   *
   * @param window how many messages were under way; 0 at a fixed rate
   * @param late waits for the messages whose delay is to be counted, too, but not their cost
   */
  Figures stop(int window, Late late) throws InterruptedException {
    OptionalLong server = serverMicros();
    double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    double ownMicros = (OWN.getProcessCpuTime() - ownNanos) / NANOS_PER_MICRO;
    long sentNow = crowd.sent() - sent;
    long deliveriesNow = crowd.deliveries() - deliveries;
    long bytesNow = crowd.bytes() - bytes;
    late.await();
    return new Figures(
        window,
        seconds,
        sentNow,
        deliveriesNow,
        bytesNow,
        server.isPresent() && serverMicros.isPresent()
            ? OptionalDouble.of((double) server.getAsLong() - serverMicros.getAsLong())
            : OptionalDouble.empty(),
        ownMicros,
        Figures.Latency.of(crowd.latency()));
  }
}
