package chatroom.bench;

import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * What was measured in one stretch of time.
 *
 * @param window how many messages were under way; 0 at a fixed rate
 * @param deliveries how many messages clients have got, each copy counted
 * @param serverMicros CPU of the server
 * @param ownMicros CPU of this program
 */
record Figures(
    int window,
    double seconds,
    long sent,
    long deliveries,
    long bytes,
    OptionalDouble serverMicros,
    double ownMicros,
    Latency latency) {

  /** From the moment that a message was due until a client had it, in milliseconds. */
  record Latency(double p50, double p90, double p99, double max) {
    private static final double MICROS = 1_000;

    static Latency of(Histogram micros) {
      return new Latency(
          micros.getValueAtPercentile(50) / MICROS,
          micros.getValueAtPercentile(90) / MICROS,
          micros.getValueAtPercentile(99) / MICROS,
          micros.getMaxValue() / MICROS);
    }
  }

  double deliveriesPerSecond() {
    return deliveries / seconds;
  }

  /** Microseconds of the server's CPU that a delivery has cost. */
  OptionalDouble serverCost() {
    return serverMicros.isPresent()
        ? OptionalDouble.of(each(serverMicros.getAsDouble()))
        : OptionalDouble.empty();
  }

  /** Microseconds of this program's CPU that a delivery has cost. */
  double ownCost() {
    return each(ownMicros);
  }

  double bytesEach() {
    return each((double) bytes);
  }

  private double each(double all) {
    return deliveries == 0 ? 0 : all / deliveries;
  }
}
