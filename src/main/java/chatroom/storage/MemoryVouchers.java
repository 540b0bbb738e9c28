package chatroom.storage;

import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Unavailable;
import chatroom.room.Voucher;
import chatroom.room.Vouchers;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Keeps invitations as long as the process lives.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the calling thread, with no
 * lock held; that of the accounts is taken within this one's.
 */
public final class MemoryVouchers implements Vouchers {
  private final InstantSource clock;
  private final Accounts accounts;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}: by hash, with the uses that are left. */
  private final Map<String, Voucher> vouchers = new HashMap<>();

  /**
   * @param accounts in memory, too: they tell at once what became of one
   */
  public MemoryVouchers(InstantSource clock, Accounts accounts) {
    this.clock = clock;
    this.accounts = accounts;
  }

  @Override
  public void issue(Voucher voucher, Issue told) {
    if (isKept(voucher)) {
      told.kept();
    } else {
      told.tooMany();
    }
  }

  private boolean isKept(Voucher voucher) {
    lock.lock();
    try {
      vouchers.values().removeIf(it -> !it.expiresAt().isAfter(clock.instant()));
      boolean hasPlace = vouchers.size() < MAX || vouchers.containsKey(voucher.tokenHash());
      if (hasPlace) {
        vouchers.put(voucher.tokenHash(), voucher);
      }
      return hasPlace;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isGood(String tokenHash) {
    lock.lock();
    try {
      Voucher voucher = vouchers.get(tokenHash);
      return voucher != null && voucher.expiresAt().isAfter(clock.instant());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void register(Account account, String nameKey, String tokenHash, Registration told) {
    Redemption redemption = new Redemption();
    lock.lock();
    try {
      if (isGood(tokenHash)) {
        accounts.register(account, nameKey, redemption);
        if (redemption.kept) {
          use(tokenHash);
        }
      }
    } finally {
      lock.unlock();
    }
    redemption.tell(told);
  }

  private void use(String tokenHash) {
    vouchers.computeIfPresent(
        tokenHash,
        (hash, it) ->
            it.uses() == 1
                ? null
                : new Voucher(hash, it.issuerId(), it.expiresAt(), it.uses() - 1));
  }

  /** What became of an account, told when no lock is held. */
  private static final class Redemption implements Accounts.Registration {
    boolean kept;
    private Consumer<Registration> end = Registration::uninvited;

    @Override
    public void kept() {
      kept = true;
      end = Registration::kept;
    }

    @Override
    public void taken() {
      end = Registration::taken;
    }

    @Override
    public void refused(Unavailable why) {
      end = told -> told.refused(why);
    }

    void tell(Registration told) {
      end.accept(told);
    }
  }
}
