package chatroom.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Knows of every message when it was due, and which have reached everybody.
 *
 * <p>Thread safety: one thread sends; safe for use by any thread.
 */
final class Ledger {
  /** So many messages are remembered. */
  static final int SLOTS = 1 << 20;

  private final AtomicLongArray due = new AtomicLongArray(SLOTS);
  private final AtomicIntegerArray threadsLeft = new AtomicIntegerArray(SLOTS);
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile int sent;

  static int slot(int number) {
    return number & (SLOTS - 1);
  }

  /**
   * Begins the next message.
   *
   * @param dueNanos when it was to be sent
   * @param threads by how many it will be told complete
   * @return its number
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread sends.
  int begin(long dueNanos, int threads) {
    int number = sent;
    if (number == Marker.NUMBERS) {
      throw new IllegalStateException("No more than " + number + " messages can be told apart");
    }
    due.setPlain(slot(number), dueNanos);
    threadsLeft.setPlain(slot(number), threads);
    underWay.incrementAndGet();
    sent = number + 1;
    return number;
  }

  /** How many messages were begun. */
  int sent() {
    return sent;
  }

  /** When that message was due. */
  long due(int number) {
    return due.getPlain(slot(number));
  }

  /** All clients of a thread have the message; whether all of all threads have it. */
  boolean complete(int number) {
    if (threadsLeft.decrementAndGet(slot(number)) == 0) {
      underWay.decrementAndGet();
      return true;
    }
    return false;
  }

  /** How many messages somebody has not got yet. */
  int underWay() {
    return underWay.get();
  }
}
