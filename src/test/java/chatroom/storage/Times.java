package chatroom.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long something took, each time that it was done.
 *
 * <p>Thread safety: none.
 */
final class Times {
  private final List<Long> nanos = new ArrayList<>();
  private final List<Long> cpuNanos = new ArrayList<>();

  void add(long time, long cpu) {
    nanos.add(time);
    cpuNanos.add(cpu);
  }

  void addAll(Times others) {
    nanos.addAll(others.nanos);
    cpuNanos.addAll(others.cpuNanos);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d | p50 %.2f ms | p99 %.1f ms | at most %.1f ms | of CPU p50 %.2f ms | p99 %.1f ms |",
        nanos.size(),
        percentile(nanos, 50),
        percentile(nanos, 99),
        percentile(nanos, 100),
        percentile(cpuNanos, 50),
        percentile(cpuNanos, 99));
  }

  private static double percentile(List<Long> values, int percent) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
  }
}
