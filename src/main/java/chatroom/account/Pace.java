package chatroom.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Attempts one after the other, in a line for each key: the first few at once, each later one a
 * pause after the one before, which doubles up to a bound. A moment that was given to one attempt
 * is given to no other, so many at once are no faster than one by one.
 *
 * <p>Bounds: {@value #MOST_KNOWN} lines; beyond them the one that was used longest ago is
 * forgotten, and each is {@value #REMEMBERED_MINUTES} minutes after its last attempt.
 *
 * <p>Thread safety: none.
 */
final class Pace {
  static final int MOST_KNOWN = 10_000;
  private static final int REMEMBERED_MINUTES = 15;

  private static final Duration REMEMBERED = Duration.ofMinutes(REMEMBERED_MINUTES);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** The pause is one of nanoseconds after {@code lastNanos}, which may be yet to come. */
  private record Line(int taken, int grown, long lastNanos) {}

  private final int free;
  private final Duration longestPause;
  private final Duration patience;
  private final boolean growsAtOnce;

  /** The one used longest ago first. */
  private final Map<String, Line> lines = bounded();

  /**
   * @param free how many need not wait
   * @param longestPause to how much the pause grows
   * @param patience how long an attempt may have to wait; what would have to wait longer is refused
   * @param growsAtOnce whether the pause grows with each attempt; else with each that went wrong
   */
  Pace(int free, Duration longestPause, Duration patience, boolean growsAtOnce) {
    this.free = free;
    this.longestPause = longestPause;
    this.patience = patience;
    this.growsAtOnce = growsAtOnce;
  }

  /** A map of what was used of late; what was put there first goes first. */
  static <T> Map<String, T> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST_KNOWN;
      }
    };
  }

  private Line line(String key, long now) {
    Line line = lines.get(key);
    return line == null || now - line.lastNanos() > REMEMBERED.toNanos()
        ? new Line(0, 0, now)
        : line;
  }

  /** Whether the next attempt is one of the first few. */
  boolean isFree(String key, long now) {
    return line(key, now).taken() < free;
  }

  /** How long the next attempt has to wait, in nanoseconds. */
  long wait(String key, long now) {
    Line line = line(key, now);
    return line.taken() < free ? 0 : Math.max(0, line.lastNanos() + pause(line) - now);
  }

  private long pause(Line line) {
    int doublings = Math.min(line.grown(), Long.SIZE / 4);
    return Math.min(FIRST_PAUSE.toNanos() << doublings, longestPause.toNanos());
  }

  /** How much too long the next attempt would have to wait, in nanoseconds; 0 if it may. */
  long over(String key, long now) {
    return Math.max(0, wait(key, now) - patience.toNanos());
  }

  /** Gives the next moment to an attempt. */
  void take(String key, long now) {
    Line line = line(key, now);
    int more = growsAtOnce && line.taken() >= free ? 1 : 0;
    long moment = now + wait(key, now);
    lines.remove(key);
    lines.put(key, new Line(line.taken() + 1, line.grown() + more, moment));
  }

  /** An attempt went wrong. */
  void wrong(String key) {
    lines.computeIfPresent(
        key,
        (any, line) ->
            growsAtOnce || line.taken() <= free
                ? line
                : new Line(line.taken(), line.grown() + 1, line.lastNanos()));
  }

  /** An attempt does not count after all. */
  void forgive(String key) {
    lines.computeIfPresent(
        key,
        (any, line) -> {
          int less = growsAtOnce && line.grown() > 0 ? 1 : 0;
          return line.taken() <= 1
              ? null
              : new Line(line.taken() - 1, line.grown() - less, line.lastNanos());
        });
  }

  /** There was none. */
  void forget(String key) {
    lines.remove(key);
  }
}
