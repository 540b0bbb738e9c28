package chatroom.conversation;

import chatroom.account.ResumeToken;
import chatroom.delivery.Client;
import chatroom.delivery.Disconnect;
import chatroom.room.AccessKey;
import chatroom.room.AccessKeys;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Code;
import chatroom.room.Lane;
import chatroom.room.Rejection;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import chatroom.wire.ClientMessage;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The connections of programs, each with the access key by which it came: it does no more than that
 * lets through, and is over with it. Who guesses waits, by the address alone.
 *
 * <p>Each call is answered once, on the lane.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class Keyring {
  /** A connection that is gone is held no longer than that for the time at which its key ends. */
  private static final Duration HOP = Duration.ofMinutes(1);

  /** How many revocations are remembered: far more than can be looked up at once. */
  private static final int MOST_REVOKED = 10_000;

  private final AccessKeys keys;
  private final Accounts accounts;
  private final Lane lane;
  private final Executor readers;
  private final Timer timer;
  private final InstantSource clock;
  private final SecureRandom random;

  /** By what each comes, also while it is found out whose that is. */
  private final Map<Client, String> lines = new HashMap<>();

  /** Of those of whom it is known. */
  private final Map<Client, AccessKey> known = new HashMap<>();

  /** At which moment all of a user were revoked last; the one whom it befell first is first. */
  private final Map<Long, Long> revokedAt = new LinkedHashMap<>();

  /** Counts such revocations. */
  private long moment;

  /**
   * @param readers run what may block for as long as a database takes
   * @param random makes tokens
   */
  public Keyring(
      AccessKeys keys,
      Accounts accounts,
      Lane lane,
      Executor readers,
      Timer timer,
      InstantSource clock,
      SecureRandom random) {
    this.keys = keys;
    this.accounts = accounts;
    this.lane = lane;
    this.readers = readers;
    this.timer = timer;
    this.clock = clock;
    this.random = random;
  }

  /** A token that nobody has. */
  ResumeToken freshToken() {
    return ResumeToken.fresh(random);
  }

  /**
   * Finds out as whom a program comes.
   *
   * @param refused told instead of {@code found} if the key is worth nothing, or it cannot be known
   */
  void find(String shown, Client client, Consumer<Account> found, Consumer<Rejection> refused) {
    String hash = ResumeToken.parse(shown).map(ResumeToken::hash).orElse("");
    // Before anybody looks: what is revoked meanwhile ends it, too.
    lines.put(client, hash);
    client.onLeave(why -> lane.execute(() -> forget(client)));
    Consumer<Rejection> away =
        why -> {
          forget(client);
          refused.accept(why);
        };
    long since = moment;
    readers.execute(() -> lane.execute(look(hash, since, client, found, away)));
  }

  private void forget(Client client) {
    lines.remove(client);
    known.remove(client);
  }

  private Runnable look(
      String hash,
      long since,
      Client client,
      Consumer<Account> found,
      Consumer<Rejection> refused) {
    try {
      Optional<AccessKey> key = keys.find(hash);
      Optional<Account> account =
          key.isPresent() ? accounts.of(key.get().userId()) : Optional.empty();
      if (account.filter(Keyring::mayCome).isEmpty()) {
        return () -> refused.accept(new Rejection(Code.AUTH_FAILED));
      }
      return () -> found(key.get(), since, account.get(), client, found, refused);
    } catch (Unavailable e) {
      return () -> refused.accept(Refusals.unavailable());
    }
  }

  /** Where others vouch for a user, a token alone does not. */
  private static boolean mayCome(Account account) {
    return account.hasPassword() || account.isBot();
  }

  private void found(
      AccessKey key,
      long since,
      Account account,
      Client client,
      Consumer<Account> found,
      Consumer<Rejection> refused) {
    if (revokedAt.getOrDefault(account.id(), 0L) > since) {
      refused.accept(new Rejection(Code.AUTH_FAILED));
      return;
    }
    if (lines.containsKey(client)) {
      known.put(client, key);
      key.expiresAt().ifPresent(end -> watch(client, end));
    }
    found.accept(account);
  }

  private void watch(Client client, Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    if (!known.containsKey(client)) {
      return;
    }
    if (left.isNegative() || left.isZero()) {
      cut(client);
    } else {
      timer.after(left.compareTo(HOP) < 0 ? left : HOP, () -> watch(client, end));
    }
  }

  /** From here on nothing that it said is done, though it may take a moment until it is closed. */
  private void cut(Client client) {
    forget(client);
    client.end(Disconnect.SIGNED_OUT);
  }

  /**
   * Lets pass what the key lets through by which a program came, and nothing of one whose key is
   * worth nothing any more.
   *
   * @param role the user's, as it is now
   * @throws Rejection {@link Code#NOT_ALLOWED}
   */
  void requireAllowed(Client client, Role role, ClientMessage message) throws Rejection {
    AccessKey key = known.get(client);
    if (key == null) {
      throw new Rejection(Code.NOT_ALLOWED, "The token is worth nothing any more");
    }
    Scopes.require(key.scopes(), role, message);
  }

  /** Whether a connection came by the key that is there now. */
  boolean isOnline(AccessKey key) {
    return known.values().stream().anyMatch(it -> it.tokenHash().equals(key.tokenHash()));
  }

  /**
   * Keeps a key.
   *
   * @param refused told instead of {@code kept}
   */
  void issue(AccessKey key, Runnable kept, Consumer<Rejection> refused) {
    keys.issue(
        key,
        new AccessKeys.Issue() {
          @Override
          public void kept() {
            lane.execute(kept);
          }

          @Override
          public void tooMany() {
            lane.execute(() -> refused.accept(new Rejection(Code.NOT_ALLOWED, "Too many tokens")));
          }

          @Override
          public void refused(Unavailable why) {
            lane.execute(() -> refused.accept(Refusals.unavailable()));
          }
        });
  }

  /**
   * What a user has.
   *
   * @param bots whether also what bots have
   * @param refused runs instead of {@code found} if that cannot be known now
   */
  void of(long userId, boolean bots, Consumer<List<AccessKey>> found, Runnable refused) {
    readers.execute(
        () -> {
          Runnable answer;
          try {
            List<AccessKey> own = keys.of(userId);
            List<AccessKey> others = bots ? keys.ofBots() : List.of();
            List<AccessKey> all = new ArrayList<>(own);
            all.addAll(others);
            answer = () -> found.accept(all);
          } catch (Unavailable e) {
            answer = refused;
          }
          lane.execute(answer);
        });
  }

  /**
   * A key is worth nothing any more: whoever came by it is gone.
   *
   * @param refused runs instead of {@code done} if it stays
   */
  void revoke(AccessKey key, Runnable done, Runnable refused) {
    keys.revoke(
        key.tokenHash(),
        receipt(
            () -> {
              end(key.tokenHash());
              done.run();
            },
            refused));
  }

  private void end(String hash) {
    List<Client> over =
        lines.entrySet().stream()
            .filter(line -> line.getValue().equals(hash))
            .map(Map.Entry::getKey)
            .toList();
    over.forEach(this::cut);
  }

  /**
   * All that a user has are worth nothing any more: whoever came by one is gone.
   *
   * @param refused runs instead of {@code done} if they stay
   */
  void revokeAll(long userId, Runnable done, Runnable refused) {
    keys.revokeAll(
        userId,
        receipt(
            () -> {
              revoked(userId);
              done.run();
            },
            refused));
  }

  /** Who is just being looked up comes too late. */
  private void revoked(long userId) {
    revokedAt.remove(userId);
    revokedAt.put(userId, ++moment);
    if (revokedAt.size() > MOST_REVOKED) {
      revokedAt.remove(revokedAt.keySet().iterator().next());
    }
    known.entrySet().stream()
        .filter(line -> line.getValue().userId() == userId)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::cut);
  }

  private LaneReceipt receipt(Runnable kept, Runnable refused) {
    return new LaneReceipt(lane, kept, refused);
  }
}
