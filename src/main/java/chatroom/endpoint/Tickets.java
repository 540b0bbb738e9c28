package chatroom.endpoint;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What somebody whom the container knows opens one socket with from a page of another origin, where
 * cookies prove nothing: 256 random bits, good once and for {@link #LIFE}. One user has at most
 * {@value #MOST_OF_ONE}; the oldest goes first.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Tickets {
  /** How long a ticket is good. */
  static final Duration LIFE = Duration.ofSeconds(60);

  private static final int MOST_OF_ONE = 16;
  private static final int BYTES = 32;

  private record Ticket(KnownUser holder, long since) {}

  private final SecureRandom random;
  private final LongSupplier nanoTime;
  private final Lock lock = new ReentrantLock();

  /** By what is shown, the oldest first. Guarded by {@code lock}. */
  private final Map<String, Ticket> tickets = new LinkedHashMap<>();

  /** Those of one user, the oldest first. Guarded by {@code lock}. */
  private final Map<String, Deque<String>> ofOne = new HashMap<>();

  /**
   * @param nanoTime a clock in nanoseconds that never goes back
   */
  public Tickets(SecureRandom random, LongSupplier nanoTime) {
    this.random = random;
    this.nanoTime = nanoTime;
  }

  /** A ticket that nobody has had. */
  String issue(KnownUser holder) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    long now = nanoTime.getAsLong();
    lock.lock();
    try {
      forgetOld(now);
      Deque<String> own = ofOne.computeIfAbsent(name(holder), any -> new ArrayDeque<>());
      if (own.size() == MOST_OF_ONE) {
        tickets.remove(own.remove());
      }
      own.add(text);
      tickets.put(text, new Ticket(holder, now));
    } finally {
      lock.unlock();
    }
    return text;
  }

  /** Takes a ticket; empty if it was taken before, is too old, or none. */
  Optional<KnownUser> redeem(String text) {
    lock.lock();
    try {
      forgetOld(nanoTime.getAsLong());
      Optional<KnownUser> holder = Optional.ofNullable(tickets.remove(text)).map(Ticket::holder);
      holder.ifPresent(it -> forget(text, it));
      return holder;
    } finally {
      lock.unlock();
    }
  }

  private void forgetOld(long now) {
    Iterator<Map.Entry<String, Ticket>> oldest = tickets.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<String, Ticket> next = oldest.next();
      if (now - next.getValue().since() < LIFE.toNanos()) {
        return;
      }
      oldest.remove();
      forget(next.getKey(), next.getValue().holder());
    }
  }

  private void forget(String text, KnownUser holder) {
    ofOne.computeIfPresent(
        name(holder),
        (name, own) -> {
          own.remove(text);
          return own.isEmpty() ? null : own;
        });
  }

  private static String name(KnownUser holder) {
    return holder.login().principal();
  }
}
