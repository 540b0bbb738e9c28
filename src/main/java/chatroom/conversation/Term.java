package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For how long something is to hold.
 *
 * <p>Thread safety: immutable.
 *
 * @param time empty for good
 */
record Term(Optional<Duration> time) {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  /**
   * The term that a client said.
   *
   * @param otherwise what it is if none was said
   * @param longest the longest that may be said
   * @throws Rejection {@link Code#INVALID_FORMAT} if it is none, or longer
   */
  static Term of(@Nullable Long seconds, Term otherwise, Duration longest) throws Rejection {
    if (seconds == null) {
      return otherwise;
    }
    if (seconds < 1 || seconds > longest.toSeconds()) {
      throw new Rejection(
          Code.INVALID_FORMAT, "seconds is a number from 1 to " + longest.toSeconds());
    }
    return lasting(Duration.ofSeconds(seconds));
  }

  static Term lasting(Duration time) {
    return new Term(Optional.of(time));
  }

  static Term forGood() {
    return new Term(Optional.empty());
  }

  /** When it ends. */
  Optional<Instant> after(Instant now) {
    return time.map(now::plus);
  }

  /** For people: {@code for 10 minutes}. */
  @Override
  public String toString() {
    return time.map(it -> "for " + text(it.toSeconds())).orElse("for good");
  }

  private static String text(long seconds) {
    if (seconds % DAY == 0) {
      return count(seconds / DAY, "day");
    } else if (seconds % HOUR == 0) {
      return count(seconds / HOUR, "hour");
    }
    return seconds % MINUTE == 0 ? count(seconds / MINUTE, "minute") : count(seconds, "second");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s");
  }
}
