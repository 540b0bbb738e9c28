package chatroom.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets in no more clients than the server has places for, in all and for one address.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Admission {
  private final int maxClients;
  private final int maxPerAddress;
  private final AtomicInteger clients = new AtomicInteger();
  private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();

  /**
   * @param maxClients how many clients in all
   * @param maxPerAddress how many from one address; 0 is without bound
   */
  public Admission(int maxClients, int maxPerAddress) {
    this.maxClients = maxClients;
    this.maxPerAddress = maxPerAddress;
  }

  /** Whether the address has all the places it may have. */
  public boolean isExhausted(PeerAddress address) {
    return maxPerAddress > 0 && perAddress.getOrDefault(address.group(), 0) >= maxPerAddress;
  }

  /** How many clients there may be. */
  public int maxClients() {
    return maxClients;
  }

  /** Takes a place if there is one; {@link #release} gives it back. */
  boolean tryAdmit(PeerAddress address) {
    if (clients.incrementAndGet() > maxClients) {
      clients.decrementAndGet();
      return false;
    }
    int fromThere = perAddress.merge(address.group(), 1, Integer::sum);
    if (maxPerAddress > 0 && fromThere > maxPerAddress) {
      release(address);
      return false;
    }
    return true;
  }

  /** Gives a place back. */
  void release(PeerAddress address) {
    clients.decrementAndGet();
    perAddress.computeIfPresent(address.group(), (any, count) -> count == 1 ? null : count - 1);
  }
}
