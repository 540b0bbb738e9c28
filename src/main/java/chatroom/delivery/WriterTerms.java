package chatroom.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How rooms write.
 *
 * @param writers the threads that do
 * @param watchdog looks at those threads
 * @param nanoTime a clock in nanoseconds that never goes back
 * @param gather the least time from one pass over a room's clients to the next: what is told closer
 *     together than that goes out together, and what is told alone at once; zero for no such time
 */
public record WriterTerms(
    Writers writers, Watchdog watchdog, LongSupplier nanoTime, Duration gather) {
  /** The time to gather, in nanoseconds. */
  long gatherNanos() {
    return gather.toNanos();
  }
}
