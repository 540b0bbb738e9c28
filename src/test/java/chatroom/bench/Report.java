package chatroom.bench;

import static java.util.Locale.ROOT;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The figures as a table for people.
 *
 * <p>Thread safety: no state.
 */
final class Report {
  private static final int KILOBYTES = 1024;
  private static final String HEAD =
      "server | window | deliveries/s | server us each | tool us each | p50 ms | p90 ms | p99 ms"
          + " | max ms | bytes each | lost | RSS MB";

  private Report() {}

  /** Every run, and then, if there were several servers or rounds, the medians. */
  static String of(Comparison comparison) {
    var text = new StringBuilder(HEAD).append(System.lineSeparator());
    for (Outcome outcome : comparison.all()) {
      text.append(row(outcome)).append(remarks(outcome));
    }
    if (comparison.all().size() > 1) {
      text.append(System.lineSeparator()).append("medians").append(System.lineSeparator());
      comparison.servers().forEach(server -> text.append(medians(comparison, server)));
    }
    return text.toString();
  }

  private static String row(Outcome outcome) {
    Figures best = outcome.best();
    Figures.Latency late = best.latency();
    return String.format(
        ROOT,
        "%6s | %6s | %12.0f | %14s | %12.3f | %6.2f | %6.2f | %6.2f | %6.2f | %10.1f | %4d | %6s%n",
        outcome.server(),
        best.window() == 0 ? "-" : Integer.toString(best.window()),
        best.deliveriesPerSecond(),
        known(best.serverCost()),
        best.ownCost(),
        late.p50(),
        late.p90(),
        late.p99(),
        late.max(),
        best.bytesEach(),
        outcome.lost(),
        outcome.residentKilobytes().isPresent()
            ? Long.toString(outcome.residentKilobytes().getAsLong() / KILOBYTES)
            : "?");
  }

  private static String known(OptionalDouble figure) {
    return figure.isPresent() ? String.format(ROOT, "%.3f", figure.getAsDouble()) : "?";
  }

  private static String remarks(Outcome outcome) {
    var text = new StringBuilder();
    if (!outcome.isWhole()) {
      text.append(
          String.format(
              ROOT,
              "       expected %d, received %d, lost %d, repeated %d%n",
              outcome.expected(),
              outcome.received(),
              outcome.lost(),
              outcome.repeated()));
    }
    outcome
        .why()
        .ifPresent(
            why ->
                text.append(
                    String.format(
                        ROOT, "       %d clients are gone: %s%n", outcome.closed(), why)));
    outcome
        .error()
        .ifPresent(
            error ->
                text.append(
                    String.format(
                        ROOT, "       the server told %d errors: %s%n", outcome.refused(), error)));
    if (outcome.stuck() > 0) {
      text.append(
          String.format(
              ROOT,
              "       %d stopped reading, %d of them were closed by the server%n",
              outcome.stuck(),
              outcome.stuckClosed()));
    }
    return text.toString();
  }

  private static String medians(Comparison comparison, String server) {
    return String.format(
        ROOT,
        "%6s: %.0f deliveries/s%s, %.3f us of the server's CPU each%s%n",
        server,
        comparison.median(server, Comparison::speed),
        ratios(comparison, server, Comparison::speed),
        comparison.median(server, Comparison::cost),
        ratios(comparison, server, Comparison::cost));
  }

  private static String ratios(
      Comparison comparison, String server, ToDoubleFunction<Outcome> figure) {
    var text = new StringBuilder();
    for (String other : comparison.servers()) {
      OptionalDouble ratio = comparison.ratio(server, other, figure);
      if (!other.equals(server) && ratio.isPresent()) {
        text.append(text.isEmpty() ? " (" : ", ");
        text.append(String.format(ROOT, "%.2f x %s", ratio.getAsDouble(), other));
      }
    }
    return text.isEmpty() ? "" : text.append(')').toString();
  }
}
