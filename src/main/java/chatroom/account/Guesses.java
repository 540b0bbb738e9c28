package chatroom.account;

import chatroom.room.Code;
import chatroom.room.Rejection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * When an attempt to sign in may be looked at. Attempts go one after the other, however many come
 * at once, and what would have to wait too long is refused before it costs anything:
 *
 * <ul>
 *   <li>at a name from an address, {@value #FREE_BY_PAIR} at once, then after 0.25 s, twice as long
 *       each time, {@value #PAUSE_BY_PAIR_SECONDS} s at most: 10,800 a day;
 *   <li>at a name from wherever, {@value #FREE_BY_NAME} at once, then up to a second apart; in one
 *       line those that are among the first {@value #FREE_BY_PAIR} of their address at that name,
 *       in another one those that are not;
 *   <li>from an address at whatever, {@value #FREE_BY_ADDRESS} at once, then 0.25 s apart, and
 *       {@value #PAUSE_BY_ADDRESS_SECONDS} s when they keep being wrong.
 * </ul>
 *
 * <p>Nobody is locked out, for that would let anybody shut out everybody (OWASP Authentication
 * Cheat Sheet, "Account Lockout"). Of what NIST SP 800-63B, 5.2.2 has instead, this takes the
 * growing wait, the forgetting of what was wrong from an address once it is right there, and the
 * addresses from which the user came before: where a name was right since the start of the server,
 * the first {@value #FREE_BY_PAIR} attempts at it wait for nobody else, neither for who guesses at
 * the name nor for who guesses behind the same proxy. Elsewhere the owner, who is among the first
 * of their address, waits for no more than {@value #FREE_BY_PAIR} s for each other address that
 * guesses at the name, however long it goes on; and behind a proxy from which much is guessed for
 * {@value #PATIENCE_BY_ADDRESS_SECONDS} s at most, or is told when to come again.
 *
 * <p>An attempt counts from its beginning until it turns out to be right. A name that nobody has is
 * treated like all others. Bounds are those of {@link Pace}; {@value Pace#MOST_KNOWN} of each are
 * remembered.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Guesses {
  private static final int FREE_BY_PAIR = 3;
  private static final int FREE_BY_NAME = 10;
  private static final int FREE_BY_ADDRESS = 10;
  private static final int PAUSE_BY_PAIR_SECONDS = 8;
  private static final int PAUSE_BY_NAME_SECONDS = 1;
  private static final int PAUSE_BY_ADDRESS_SECONDS = 2;
  private static final int PATIENCE_BY_PAIR_SECONDS = 16;
  private static final int PATIENCE_BY_NAME_SECONDS = 8;
  private static final int PATIENCE_BY_ADDRESS_SECONDS = 16;

  private final LongSupplier nanoTime;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}, as are all of them. */
  private final Pace pairs =
      pace(FREE_BY_PAIR, PAUSE_BY_PAIR_SECONDS, PATIENCE_BY_PAIR_SECONDS, true);

  private final Pace firsts =
      pace(FREE_BY_NAME, PAUSE_BY_NAME_SECONDS, PATIENCE_BY_NAME_SECONDS, true);
  private final Pace repeats =
      pace(FREE_BY_NAME, PAUSE_BY_NAME_SECONDS, PATIENCE_BY_NAME_SECONDS, true);

  /** Many may sign in from one address at once, so that alone is no reason to slow them down. */
  private final Pace addresses =
      pace(FREE_BY_ADDRESS, PAUSE_BY_ADDRESS_SECONDS, PATIENCE_BY_ADDRESS_SECONDS, false);

  /** Guarded by {@code lock}: the pairs of name and address that were right; a set. */
  private final Map<String, Boolean> known = Pace.bounded();

  /**
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  public Guesses(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  private static Pace pace(
      int free, int longestPauseSeconds, int patienceSeconds, boolean growsAtOnce) {
    return new Pace(
        free,
        Duration.ofSeconds(longestPauseSeconds),
        Duration.ofSeconds(patienceSeconds),
        growsAtOnce);
  }

  /** One attempt. It is told how it turned out, at most once; safe for use by any thread. */
  public interface Attempt {
    /** How long it has to wait. */
    Duration pause();

    /** It was right: it does not count, nor what was wrong at that name from there. */
    void right();

    /** It was wrong. */
    void wrong();
  }

  /**
   * An attempt begins.
   *
   * @param name by its key, whether there is such an account or not
   * @throws Rejection {@link Code#RATE_LIMITED} if it would have to wait too long; it counts for
   *     nothing then
   */
  public Attempt begin(String name, String address) throws Rejection {
    String pair = address + ' ' + name;
    lock.lock();
    try {
      long now = nanoTime.getAsLong();
      boolean isFirst = pairs.isFree(pair, now);
      Pace byName = isFirst ? firsts : repeats;
      boolean alone = isFirst && known.containsKey(pair);
      long over = pairs.over(pair, now);
      long pause = pairs.wait(pair, now);
      if (!alone) {
        over = Math.max(over, Math.max(byName.over(name, now), addresses.over(address, now)));
        pause = Math.max(pause, Math.max(byName.wait(name, now), addresses.wait(address, now)));
      }
      require(over);
      pairs.take(pair, now);
      if (!alone) {
        byName.take(name, now);
        addresses.take(address, now);
      }
      return attempt(
          pause,
          () -> {
            pairs.forget(pair);
            known.remove(pair);
            known.put(pair, true);
            if (!alone) {
              byName.forgive(name);
              addresses.forgive(address);
            }
          },
          () -> addresses.wrong(address));
    } finally {
      lock.unlock();
    }
  }

  private static void require(long overNanos) throws Rejection {
    if (overNanos > 0) {
      throw Rejection.retryAfter(Code.RATE_LIMITED, Duration.ofNanos(overNanos));
    }
  }

  private Attempt attempt(long pauseNanos, Runnable right, Runnable wrong) {
    return new Attempt() {
      @Override
      public Duration pause() {
        return Duration.ofNanos(pauseNanos);
      }

      @Override
      public void right() {
        locked(right);
      }

      @Override
      public void wrong() {
        locked(wrong);
      }
    };
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }
}
