package chatroom.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * At most so many at the same time, and of one address and of one user at most so many of them, so
 * that nobody takes all places.
 *
 * <p>Thread safety: safe for use by any thread; a place is its taker's.
 */
final class Places {
  private static final String ALL = "all";

  private final int most;
  private final int mostOfAddress;
  private final int mostOfUser;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}: how many are taken, in all and of each who has some. */
  private final Map<Object, Integer> taken = new HashMap<>();

  /**
   * @param most places in all
   * @param mostOfAddress how many of them one address may have
   * @param mostOfUser how many of them one user may have
   */
  Places(int most, int mostOfAddress, int mostOfUser) {
    this.most = most;
    this.mostOfAddress = mostOfAddress;
    this.mostOfUser = mostOfUser;
  }

  /**
   * A place for somebody of whom only the address is known.
   *
   * @throws HttpRefusal if there is none
   */
  Place take(Object address) throws HttpRefusal {
    Place place = new Place();
    if (!place.take(ALL, most)) {
      throw HttpRefusal.unavailable();
    } else if (!place.take(address, mostOfAddress)) {
      place.close();
      throw tooMany();
    }
    return place;
  }

  private static HttpRefusal tooMany() {
    return new HttpRefusal(
        HttpRefusal.TOO_MANY_REQUESTS, "rate_limited", "Too many at the same time");
  }

  /** One of them, which has to be closed. */
  final class Place implements AutoCloseable {
    private final List<Object> of = new ArrayList<>();

    /**
     * It turns out whose it is.
     *
     * @throws HttpRefusal if that one has too many
     */
    void of(Visitor visitor) throws HttpRefusal {
      if (!take(visitor, mostOfUser)) {
        throw tooMany();
      }
    }

    private boolean take(Object who, int bound) {
      lock.lock();
      try {
        int before = taken.getOrDefault(who, 0);
        if (before >= bound) {
          return false;
        }
        taken.put(who, before + 1);
        of.add(who);
        return true;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        of.forEach(
            who -> taken.computeIfPresent(who, (any, count) -> count == 1 ? null : count - 1));
        of.clear();
      } finally {
        lock.unlock();
      }
    }
  }
}
