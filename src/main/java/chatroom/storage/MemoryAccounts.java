package chatroom.storage;

import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Guests.Guest;
import chatroom.room.Guests.Receipt;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps accounts as long as the process lives, up to {@value #MAX_ACCOUNTS} of them: what comes
 * beyond that is refused.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the calling thread, with no
 * lock held; that of the guests is taken within this one's.
 */
final class MemoryAccounts implements Accounts {
  /** How many there may be. */
  static final int MAX_ACCOUNTS = 100_000;

  private enum End {
    KEPT,
    TAKEN,
    FULL
  }

  /** When a token was added, and when the user was seen. */
  private record Times(Instant added, Instant seen) {}

  /** An account, and its tokens; the one that was added first is first. */
  private static final class Member {
    final LinkedHashMap<String, Times> tokens = new LinkedHashMap<>(4);
    Account account;

    Member(Account account) {
      this.account = account;
    }
  }

  private final InstantSource clock;
  private final Duration remembered;
  private final MemoryGuests guests;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}: by user. */
  private final Map<Long, Member> members = new HashMap<>();

  /** Guarded by {@code lock}: whose a name is, by its key. */
  private final Map<String, Long> names = new HashMap<>();

  /** Guarded by {@code lock}: by token. */
  private final Map<String, Member> owners = new HashMap<>();

  /**
   * @param remembered for how long a user who was not seen is known by a token
   * @param guests those who may make an account
   */
  MemoryAccounts(InstantSource clock, Duration remembered, MemoryGuests guests) {
    this.clock = clock;
    this.remembered = remembered;
    this.guests = guests;
  }

  private <T> T locked(Supplier<T> what) {
    lock.lock();
    try {
      return what.get();
    } finally {
      lock.unlock();
    }
  }

  /** The member may not be there. */
  private void change(long userId, Consumer<Member> change) {
    lock.lock();
    try {
      Optional.ofNullable(members.get(userId)).ifPresent(change);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Map<String, Owner> names() {
    return locked(
        () ->
            names.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        Map.Entry::getKey, it -> new Owner(it.getValue(), nameOf(it.getValue())))));
  }

  private String nameOf(long userId) {
    return account(userId).map(Account::name).orElseThrow();
  }

  @Override
  public Optional<Account> named(String nameKey) {
    return locked(() -> Optional.ofNullable(names.get(nameKey)).flatMap(this::account));
  }

  @Override
  public Optional<Account> of(long userId) {
    return locked(() -> account(userId));
  }

  @Override
  public Optional<Account> keptWith(String passwordHash) {
    return locked(
        () ->
            members.values().stream()
                .map(member -> member.account)
                .filter(account -> account.passwordHash().equals(passwordHash))
                .findFirst());
  }

  private Optional<Account> account(long userId) {
    return Optional.ofNullable(members.get(userId)).map(member -> member.account);
  }

  /** Whoever comes by that token, which is not too old. */
  Optional<Guest> find(String tokenHash) {
    Instant forgotten = clock.instant().minus(remembered);
    return locked(
        () ->
            Optional.ofNullable(owners.get(tokenHash))
                .filter(member -> isYounger(member.tokens.get(tokenHash), forgotten))
                .map(member -> new Guest(member.account.id(), Optional.of(member.account.name()))));
  }

  private static boolean isYounger(@Nullable Times times, Instant than) {
    return times != null && times.seen().isAfter(than);
  }

  /** What those of them are called who have an account. */
  Map<Long, String> names(Set<Long> userIds) {
    Map<Long, String> found = new HashMap<>();
    lock.lock();
    try {
      for (long userId : userIds) {
        account(userId).ifPresent(account -> found.put(userId, account.name()));
      }
    } finally {
      lock.unlock();
    }
    return found;
  }

  /** The user is here, or was until now, by that token. */
  void seen(long userId, String tokenHash) {
    Instant now = clock.instant();
    change(
        userId,
        member ->
            member.tokens.computeIfPresent(
                tokenHash, (any, times) -> new Times(times.added(), now)));
  }

  @Override
  public List<Account> page(String keyStart, long after, int limit) {
    return locked(
        () ->
            names.entrySet().stream()
                .filter(name -> name.getValue() > after && name.getKey().startsWith(keyStart))
                .sorted(Map.Entry.comparingByValue())
                .limit(limit)
                .flatMap(name -> account(name.getValue()).stream())
                .toList());
  }

  @Override
  public void register(Account account, String nameKey, Registration told) {
    switch (locked(() -> registered(account, nameKey))) {
      case KEPT -> told.kept();
      case TAKEN -> told.taken();
      case FULL -> told.refused(new Unavailable("there are too many accounts for memory"));
    }
  }

  private End registered(Account account, String nameKey) {
    Optional<Account> earlier = account(account.id());
    if (earlier.isPresent() || names.containsKey(nameKey)) {
      boolean again =
          earlier.map(Account::passwordHash).equals(Optional.of(account.passwordHash()))
              && Long.valueOf(account.id()).equals(names.get(nameKey));
      return again ? End.KEPT : End.TAKEN;
    } else if (members.size() == MAX_ACCOUNTS) {
      return End.FULL;
    }
    Member member = new Member(account);
    members.put(account.id(), member);
    names.put(nameKey, account.id());
    guests.pass(account.id()).ifPresent(pass -> takeOver(member, pass));
    return End.KEPT;
  }

  /** What was a guest's is that of an account, and the guest is no guest any more. */
  private void takeOver(Member member, MemoryGuests.Pass pass) {
    owners.put(pass.tokenHash(), member);
    member.tokens.put(pass.tokenHash(), new Times(pass.seenAt(), pass.seenAt()));
    guests.forget(pass.tokenHash());
  }

  @Override
  public void setPassword(long userId, String passwordHash, String keptTokenHash, Receipt receipt) {
    change(
        userId,
        member -> {
          member.account = member.account.withPassword(passwordHash);
          removeAllBut(member, keptTokenHash);
        });
    receipt.kept();
  }

  @Override
  public List<Account> admins() {
    return locked(
        () ->
            members.values().stream()
                .map(member -> member.account)
                .filter(account -> account.role() == Role.ADMIN)
                .toList());
  }

  @Override
  public void setRole(long userId, Role role, Predicate<List<Account>> enough, Appointment told) {
    boolean kept = locked(() -> setRole(userId, role, enough));
    if (kept) {
      told.kept();
    } else {
      told.lastAdmin();
    }
  }

  private boolean setRole(long userId, Role role, Predicate<List<Account>> enough) {
    List<Account> admins = admins();
    List<Account> others = admins.stream().filter(it -> it.id() != userId).toList();
    if (role != Role.ADMIN && others.size() < admins.size() && !enough.test(others)) {
      return false;
    }
    change(userId, member -> member.account = member.account.withRole(role));
    return true;
  }

  @Override
  public void setVouchedRole(long userId, Role role, Receipt receipt) {
    change(userId, member -> member.account = member.account.withVouchedRole(role));
    receipt.kept();
  }

  @Override
  public void addToken(long userId, String tokenHash, Receipt receipt) {
    Instant now = clock.instant();
    change(
        userId,
        member -> {
          remove(tokenHash);
          if (member.tokens.size() == MAX_TOKENS) {
            remove(member.tokens.keySet().iterator().next());
          }
          owners.put(tokenHash, member);
          member.tokens.put(tokenHash, new Times(now, now));
        });
    receipt.kept();
  }

  @Override
  public List<Pass> passes(long userId) {
    List<Pass> passes = new ArrayList<>();
    change(
        userId,
        member ->
            member.tokens.forEach((hash, times) -> passes.add(new Pass(hash, times.added()))));
    Collections.reverse(passes);
    return passes;
  }

  @Override
  public void removeTokens(long userId, String keptTokenHash, Receipt receipt) {
    change(userId, member -> removeAllBut(member, keptTokenHash));
    receipt.kept();
  }

  private void removeAllBut(Member member, String keptTokenHash) {
    List.copyOf(member.tokens.keySet()).stream()
        .filter(token -> !token.equals(keptTokenHash))
        .forEach(this::remove);
  }

  @Override
  public void removeToken(String tokenHash, Receipt receipt) {
    lock.lock();
    try {
      remove(tokenHash);
      guests.forget(tokenHash);
    } finally {
      lock.unlock();
    }
    receipt.kept();
  }

  private void remove(String tokenHash) {
    Member owner = owners.remove(tokenHash);
    if (owner != null) {
      owner.tokens.remove(tokenHash);
    }
  }
}
