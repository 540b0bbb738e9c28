package chatroom.storage;

import chatroom.room.Accounts;
import chatroom.room.Guests;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Knows guests again as long as the process lives, up to {@value #MAX_GUESTS} of them: beyond that
 * the one who was not seen for longest is forgotten. Who makes an account is no guest any more, but
 * still known here.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the calling thread, with no
 * lock held.
 */
public final class MemoryGuests implements Guests {
  /** How many guests are remembered. */
  static final int MAX_GUESTS = 100_000;

  private record Entry(Guest guest, Instant seenAt) {}

  /** By what somebody comes back, and when that was last. */
  record Pass(String tokenHash, Instant seenAt) {}

  private final InstantSource clock;
  private final Duration remembered;
  private final MemoryAccounts accounts;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}: by user, the one not seen for longest first. */
  private final LinkedHashMap<Long, String> hashes = new LinkedHashMap<>();

  /** Guarded by {@code lock}. */
  private final Map<String, Entry> guests = new LinkedHashMap<>();

  /** Guarded by {@code lock}. */
  private long lastId;

  /**
   * @param remembered for how long a guest who was not seen is known again
   */
  public MemoryGuests(InstantSource clock, Duration remembered) {
    this.clock = clock;
    this.remembered = remembered;
    this.accounts = new MemoryAccounts(clock, remembered, this);
  }

  /** Those of whoever made one. */
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public void admit(Optional<String> tokenHash, Admission admission) {
    long id;
    lock.lock();
    try {
      id = ++lastId;
      tokenHash.ifPresent(hash -> remember(hash, new Guest(id, Optional.empty())));
    } finally {
      lock.unlock();
    }
    admission.admitted(id);
  }

  private void remember(String hash, Guest guest) {
    hashes.put(guest.id(), hash);
    guests.put(hash, new Entry(guest, clock.instant()));
    if (hashes.size() > MAX_GUESTS) {
      var oldest = hashes.entrySet().iterator();
      guests.remove(oldest.next().getValue());
      oldest.remove();
    }
  }

  @Override
  public void rename(long userId, String name, Receipt receipt) {
    update(userId, new Guest(userId, Optional.of(name)));
    receipt.kept();
  }

  @Override
  public void seen(long userId, String tokenHash) {
    update(userId, null);
    accounts.seen(userId, tokenHash);
  }

  /** By what a guest comes back; empty for one who will not return. */
  Optional<Pass> pass(long userId) {
    lock.lock();
    try {
      return Optional.ofNullable(hashes.get(userId)).flatMap(this::pass);
    } finally {
      lock.unlock();
    }
  }

  private Optional<Pass> pass(String hash) {
    return Optional.ofNullable(guests.get(hash)).map(entry -> new Pass(hash, entry.seenAt()));
  }

  /** Whoever was known by that token is forgotten. */
  void forget(String tokenHash) {
    lock.lock();
    try {
      Entry gone = guests.remove(tokenHash);
      if (gone != null) {
        hashes.remove(gone.guest().id());
      }
    } finally {
      lock.unlock();
    }
  }

  /** With the guest as they are now, or null if that is as before. */
  private void update(long userId, @Nullable Guest now) {
    lock.lock();
    try {
      String hash = hashes.remove(userId);
      if (hash != null) {
        hashes.put(userId, hash);
        guests.computeIfPresent(
            hash, (any, it) -> new Entry(now == null ? it.guest() : now, clock.instant()));
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Guest> find(String tokenHash) {
    Optional<Guest> guest;
    lock.lock();
    try {
      guest = known(tokenHash);
    } finally {
      lock.unlock();
    }
    return guest.or(() -> accounts.find(tokenHash));
  }

  private Optional<Guest> known(@Nullable String hash) {
    Instant forgotten = clock.instant().minus(remembered);
    return Optional.ofNullable(hash)
        .map(guests::get)
        .filter(entry -> entry.seenAt().isAfter(forgotten))
        .map(Entry::guest);
  }

  @Override
  public Map<Long, String> names(Set<Long> userIds) {
    Map<Long, String> names = new HashMap<>();
    lock.lock();
    try {
      for (long userId : userIds) {
        known(hashes.get(userId)).flatMap(Guest::name).ifPresent(name -> names.put(userId, name));
      }
    } finally {
      lock.unlock();
    }
    names.putAll(accounts.names(userIds));
    return names;
  }
}
