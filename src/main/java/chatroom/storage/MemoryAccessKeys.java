package chatroom.storage;

import chatroom.room.AccessKey;
import chatroom.room.AccessKeys;
import chatroom.room.Guests.Receipt;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Keeps access keys as long as the process lives.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the calling thread, with no
 * lock held.
 */
public final class MemoryAccessKeys implements AccessKeys {
  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}: by user, then by hash. */
  private final Map<Long, Map<String, AccessKey>> keys = new HashMap<>();

  /** Guarded by {@code lock}: whose each is, by hash. */
  private final Map<String, Long> owners = new HashMap<>();

  /**
   * @param clock tells which are worth something
   */
  public MemoryAccessKeys(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void issue(AccessKey key, Issue told) {
    if (isKept(key)) {
      told.kept();
    } else {
      told.tooMany();
    }
  }

  private boolean isKept(AccessKey key) {
    lock.lock();
    try {
      boolean isThere = owners.containsKey(key.tokenHash());
      boolean hasPlace =
          of(key.userId()).size() < MAX_OF_USER && (!key.bot() || ofBots().size() < MAX_OF_BOTS);
      if (isThere || !hasPlace) {
        return isThere;
      }
      Map<String, AccessKey> all = keys.computeIfAbsent(key.userId(), id -> new HashMap<>());
      all.values().stream()
          .filter(it -> !it.isGoodAt(clock.instant()))
          .toList()
          .forEach(it -> remove(it.tokenHash()));
      keys.computeIfAbsent(key.userId(), id -> new HashMap<>()).put(key.tokenHash(), key);
      owners.put(key.tokenHash(), key.userId());
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<AccessKey> find(String tokenHash) {
    lock.lock();
    try {
      return Optional.ofNullable(owners.get(tokenHash))
          .map(userId -> keys.getOrDefault(userId, Map.of()).get(tokenHash))
          .filter(key -> key.isGoodAt(clock.instant()));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<AccessKey> of(long userId) {
    lock.lock();
    try {
      return sorted(keys.getOrDefault(userId, Map.of()).values().stream().toList(), any -> true);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<AccessKey> ofBots() {
    lock.lock();
    try {
      return sorted(
          keys.values().stream().flatMap(all -> all.values().stream()).toList(), AccessKey::bot);
    } finally {
      lock.unlock();
    }
  }

  private List<AccessKey> sorted(List<AccessKey> all, Predicate<AccessKey> which) {
    return all.stream()
        .filter(which)
        .filter(key -> key.isGoodAt(clock.instant()))
        .sorted(
            Comparator.comparing(AccessKey::createdAt)
                .reversed()
                .thenComparing(AccessKey::tokenHash))
        .toList();
  }

  @Override
  public void revoke(String tokenHash, Receipt receipt) {
    lock.lock();
    try {
      remove(tokenHash);
    } finally {
      lock.unlock();
    }
    receipt.kept();
  }

  private void remove(String tokenHash) {
    Long owner = owners.remove(tokenHash);
    if (owner != null) {
      keys.computeIfPresent(
          owner,
          (id, all) -> {
            all.remove(tokenHash);
            return all.isEmpty() ? null : all;
          });
    }
  }

  @Override
  public void revokeAll(long userId, Receipt receipt) {
    lock.lock();
    try {
      Map<String, AccessKey> all = keys.remove(userId);
      if (all != null) {
        all.keySet().forEach(owners::remove);
      }
    } finally {
      lock.unlock();
    }
    receipt.kept();
  }
}
