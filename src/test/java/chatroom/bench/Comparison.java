package chatroom.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The outcomes of several servers, round after round: what one costs is told in relation to what
 * another costs in the same run, since no figure of one machine holds on another.
 *
 * <p>Thread safety: for one thread.
 */
final class Comparison {
  private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();

  void add(Outcome outcome) {
    outcomes.computeIfAbsent(outcome.server(), name -> new ArrayList<>()).add(outcome);
  }

  /** The servers, in the order in which they were first seen. */
  List<String> servers() {
    return List.copyOf(outcomes.keySet());
  }

  /** All outcomes, round after round. */
  List<Outcome> all() {
    List<Outcome> all = new ArrayList<>();
    int rounds = outcomes.values().stream().mapToInt(List::size).max().orElse(0);
    for (int round = 0; round < rounds; round++) {
      for (List<Outcome> each : outcomes.values()) {
        if (round < each.size()) {
          all.add(each.get(round));
        }
      }
    }
    return all;
  }

  /** The median of a figure of a server; of an even number the lower of the two in the middle. */
  double median(String server, ToDoubleFunction<Outcome> figure) {
    List<Double> sorted =
        outcomes.getOrDefault(server, List.of()).stream()
            .map(figure::applyAsDouble)
            .sorted(Comparator.naturalOrder())
            .toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get((sorted.size() - 1) / 2);
  }

  /** The least of a figure of a server: what else the machine does only adds to a cost. */
  double least(String server, ToDoubleFunction<Outcome> figure) {
    return outcomes.getOrDefault(server, List.of()).stream()
        .mapToDouble(figure)
        .min()
        .orElse(Double.NaN);
  }

  /** By what a figure of one server is to be multiplied to get that of the other. */
  OptionalDouble ratio(String server, String to, ToDoubleFunction<Outcome> figure) {
    double ratio = median(server, figure) / median(to, figure);
    return Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }

  /** Microseconds of the server's CPU for a delivery; NaN if it is not known. */
  static double cost(Outcome outcome) {
    return outcome.best().serverCost().orElse(Double.NaN);
  }

  static double speed(Outcome outcome) {
    return outcome.best().deliveriesPerSecond();
  }
}
