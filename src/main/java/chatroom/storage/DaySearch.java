package chatroom.storage;

import chatroom.room.Archive.Day;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where days begin in a room by halving: each look goes to one message by its number, so that
 * no index of times has to be kept.
 *
 * <p>Thread safety: none; for one search.
 *
 * @param <X> what a look may fail with
 */
final class DaySearch<X extends Exception> {
  /** A message, as far as it matters when it was said. */
  record Said(long seq, Instant at) {}

  /** Looks at a room. */
  @FunctionalInterface
  interface Look<X extends Exception> {
    /** The newest message up to that number, itself included. */
    Optional<Said> newestUpTo(long seq) throws X;
  }

  private final Look<X> look;

  DaySearch(Look<X> look) {
    this.look = look;
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LocalDate date(Said said) {
    return LocalDate.ofInstant(said.at(), ZoneOffset.UTC);
  }

  /** The days before that one, the latest first. */
  List<Day> before(LocalDate date, int limit) throws X {
    List<Day> days = new ArrayList<>();
    Optional<Said> last = look.newestUpTo(firstSince(start(date), end()) - 1);
    while (last.isPresent() && days.size() < limit) {
      LocalDate found = date(last.get());
      long first = firstSince(start(found), last.get().seq());
      days.add(new Day(found, first, last.get().seq()));
      last = look.newestUpTo(first - 1);
    }
    return days;
  }

  /** The first day after that one. */
  Optional<LocalDate> after(LocalDate date) throws X {
    long end = end();
    long first = firstSince(start(date.plusDays(1)), end);
    return first == end ? Optional.empty() : look.newestUpTo(first).map(DaySearch::date);
  }

  private long end() throws X {
    return look.newestUpTo(Long.MAX_VALUE).map(Said::seq).orElse(0L) + 1;
  }

  /**
   * The number of the first message that was not said before then.
   *
   * @param end what is given if there is none below it
   */
  private long firstSince(Instant then, long end) throws X {
    long before = 0;
    long since = end;
    while (before + 1 < since) {
      long middle = (before + since) >>> 1;
      Optional<Said> said = look.newestUpTo(middle);
      if (said.isEmpty() || said.get().seq() <= before || said.get().at().isBefore(then)) {
        before = middle;
      } else {
        since = said.get().seq();
      }
    }
    return since;
  }
}
