package chatroom.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How long an attempt to sign in has to wait: the longer, the more went wrong lately for the name,
 * and for the address. Nobody is locked out: by the name it is {@value #MOST_BY_NAME_SECONDS} s at
 * most, and by the address, behind which others may be, {@value #MOST_BY_ADDRESS_SECONDS} s.
 *
 * <p>An attempt counts as wrong from its beginning until it turns out to be right, so that many at
 * the same moment are not many first ones.
 *
 * <p>Bounds: {@value #MOST_KNOWN} names and as many addresses; beyond them the one that was tried
 * longest ago is forgotten, and each is {@value #REMEMBERED_MINUTES} minutes after its last
 * attempt.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Guesses {
  static final int MOST_KNOWN = 10_000;

  private static final int MOST_BY_NAME_SECONDS = 8;
  private static final int MOST_BY_ADDRESS_SECONDS = 2;
  private static final int REMEMBERED_MINUTES = 15;
  private static final int FREE_BY_NAME = 3;
  private static final int FREE_BY_ADDRESS = 10;
  private static final Duration FIRST = Duration.ofMillis(250);

  private record Tally(int wrong, long lastNanos) {}

  private final LongSupplier nanoTime;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}; the one tried longest ago first. */
  private final Map<String, Tally> byName = bounded();

  /** Guarded by {@code lock}; the one tried longest ago first. */
  private final Map<String, Tally> byAddress = bounded();

  /**
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  public Guesses(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  private static Map<String, Tally> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
        return size() > MOST_KNOWN;
      }
    };
  }

  /**
   * An attempt begins.
   *
   * @param name by its key, whether there is such an account or not
   * @return how long it has to wait
   */
  public Duration begin(String name, String address) {
    lock.lock();
    try {
      Duration first = wait(count(byName, name), FREE_BY_NAME, MOST_BY_NAME_SECONDS);
      Duration second = wait(count(byAddress, address), FREE_BY_ADDRESS, MOST_BY_ADDRESS_SECONDS);
      return first.compareTo(second) > 0 ? first : second;
    } finally {
      lock.unlock();
    }
  }

  /**
   * An attempt begins that is at no name.
   *
   * @return how long it has to wait
   */
  public Duration begin(String address) {
    lock.lock();
    try {
      return wait(count(byAddress, address), FREE_BY_ADDRESS, MOST_BY_ADDRESS_SECONDS);
    } finally {
      lock.unlock();
    }
  }

  /** How many were wrong before. */
  private int count(Map<String, Tally> tallies, String key) {
    long now = nanoTime.getAsLong();
    Tally before = tallies.remove(key);
    boolean isForgotten =
        before == null
            || now - before.lastNanos() > Duration.ofMinutes(REMEMBERED_MINUTES).toNanos();
    int wrong = isForgotten ? 0 : before.wrong();
    tallies.put(key, new Tally(wrong + 1, now));
    return wrong;
  }

  private static Duration wait(int wrong, int free, int mostSeconds) {
    if (wrong < free) {
      return Duration.ZERO;
    }
    Duration most = Duration.ofSeconds(mostSeconds);
    int doublings = Math.min(wrong - free, Long.SIZE / 4);
    Duration grown = FIRST.multipliedBy(1L << doublings);
    return grown.compareTo(most) < 0 ? grown : most;
  }

  /** An attempt was right: the name's are forgotten, and one of the address. */
  public void right(String name, String address) {
    lock.lock();
    try {
      byName.remove(name);
      forgive(address);
    } finally {
      lock.unlock();
    }
  }

  /** An attempt at no name was right: one of the address is forgotten. */
  public void right(String address) {
    lock.lock();
    try {
      forgive(address);
    } finally {
      lock.unlock();
    }
  }

  private void forgive(String address) {
    byAddress.computeIfPresent(
        address,
        (key, tally) ->
            tally.wrong() <= 1 ? null : new Tally(tally.wrong() - 1, tally.lastNanos()));
  }
}
