package chatroom.checker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * What came of a run.
 *
 * @param trial what was done to the server
 * @param seconds that it took
 */
record Outcome(
    Plan plan, String trial, long seconds, List<Journal> journals, List<Violation> violations) {
  private static final int SHOWN = 10;

  /** Whether every promise was kept. */
  boolean isSound() {
    return violations.isEmpty();
  }

  /** How often a client had to ask for what it had not been shown. */
  long repairs() {
    return count(Event.Repair.class, any -> true);
  }

  /** The figures and the verdict, for people. */
  String report() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "seed "
            + plan.seed()
            + ": "
            + plan.clients()
            + " clients, "
            + journals.size()
            + " guests, "
            + seconds
            + " s"
            + (trial.isEmpty() ? "" : ", " + trial));
    lines.add(
        "sent "
            + count(Event.Sent.class, it -> !it.again())
            + ", sent again "
            + count(Event.Sent.class, Event.Sent::again)
            + ", acknowledged "
            + acknowledged()
            + ", refused "
            + count(Event.Refused.class, any -> true)
            + ", seen "
            + count(Event.Saw.class, any -> true)
            + " ("
            + count(Event.Saw.class, it -> Rooms.isPrivate(it.room()))
            + " privately)");
    lines.add(
        "resumed "
            + count(Event.Welcomed.class, Event.Welcomed::resumed)
            + ", resets "
            + count(Event.Snapshot.class, Event.Snapshot::reset)
            + ", repairs "
            + repairs()
            + ", lines lost by code "
            + codes());
    lines.add("done to lines " + deeds());
    lines.add("ack " + percentile(50) + " ms (median), " + percentile(99) + " ms (99 %)");
    lines.addAll(verdict());
    return String.join("\n", lines);
  }

  private <E extends Event> long count(Class<E> kind, Predicate<E> which) {
    return journals.stream().flatMap(it -> it.all(kind)).filter(which).count();
  }

  private long acknowledged() {
    return journals.stream()
        .mapToLong(it -> it.all(Event.Acked.class).map(Event.Acked::ref).distinct().count())
        .sum();
  }

  private Map<Integer, Long> codes() {
    Map<Integer, Long> codes = new TreeMap<>();
    journals.forEach(j -> j.each(Event.Closed.class, it -> codes.merge(it.code(), 1L, Long::sum)));
    return codes;
  }

  private Map<Deed, Long> deeds() {
    Map<Deed, Long> deeds = new TreeMap<>();
    journals.forEach(j -> j.each(Event.Did.class, it -> deeds.merge(it.deed(), 1L, Long::sum)));
    return deeds;
  }

  private String percentile(int percent) {
    LongStream all =
        journals.stream().flatMap(it -> it.all(Event.Acked.class)).mapToLong(Event.Acked::nanos);
    long[] nanos = all.filter(it -> it >= 0).sorted().toArray();
    return nanos.length == 0
        ? "-"
        : String.format("%.1f", nanos[(int) (nanos.length * (long) percent / 100)] / 1e6);
  }

  private List<String> verdict() {
    if (isSound()) {
      return List.of("OK: every promise was kept");
    }
    List<String> lines = new ArrayList<>();
    for (Violation.Kind kind : Violation.Kind.values()) {
      List<Violation> of = violations.stream().filter(it -> it.kind() == kind).toList();
      of.stream().limit(SHOWN).map(Violation::toString).forEach(lines::add);
      if (of.size() > SHOWN) {
        lines.add(kind + ": " + (of.size() - SHOWN) + " more");
      }
    }
    lines.add("BROKEN: " + violations.size() + " violations " + Arrays.toString(kinds()));
    return lines;
  }

  private Object[] kinds() {
    return violations.stream().map(Violation::kind).distinct().sorted().toArray();
  }
}
