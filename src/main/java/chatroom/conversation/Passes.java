package chatroom.conversation;

import chatroom.room.Accounts;
import chatroom.room.Accounts.Pass;
import chatroom.room.Lane;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * By what users with an account come back without a password, and how that ends; each call is
 * answered once, on the lane.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class Passes {
  /** How many ended ones are remembered: far more than can be looked up at once. */
  private static final int MOST_ENDED = 10_000;

  private final Accounts accounts;
  private final Lane lane;
  private final Executor readers;

  /** By hash, the one that ended first is first. */
  private final Set<String> ended = new LinkedHashSet<>();

  /** At which moment all of a user but one ended last; the one whom it befell first is first. */
  private final Map<Long, Long> endedAt = new LinkedHashMap<>();

  /** What was made of users of late; the one whom it befell first is first. */
  private final Map<Long, Role> appointed = new LinkedHashMap<>();

  /** Counts what ended. */
  private long moment;

  /**
   * @param readers run what may block for as long as a database takes
   */
  public Passes(Accounts accounts, Lane lane, Executor readers) {
    this.accounts = accounts;
    this.lane = lane;
    this.readers = readers;
  }

  /**
   * All of a user, the newest first.
   *
   * @param refused runs instead of {@code found} if they cannot be known now
   */
  void of(long userId, Consumer<List<Pass>> found, Runnable refused) {
    readers.execute(
        () -> {
          Runnable answer;
          try {
            List<Pass> passes = accounts.passes(userId);
            answer = () -> found.accept(passes);
          } catch (Unavailable e) {
            answer = refused;
          }
          lane.execute(answer);
        });
  }

  /**
   * That one is worth nothing any more.
   *
   * @param refused runs instead of {@code done} if it stays
   */
  void end(Pass pass, Runnable done, Runnable refused) {
    accounts.removeToken(pass.tokenHash(), receipt(List.of(pass), done, refused));
  }

  /**
   * All of a user but one are worth nothing any more.
   *
   * @param all those that the user has
   * @param keptTokenHash may be nobody's
   * @param refused runs instead of {@code done} if they stay
   */
  void endOthers(
      long userId, List<Pass> all, String keptTokenHash, Runnable done, Runnable refused) {
    Runnable over =
        () -> {
          othersEnded(userId, all, keptTokenHash);
          done.run();
        };
    accounts.removeTokens(userId, keptTokenHash, receipt(List.of(), over, refused));
  }

  /** All of a user but one are worth nothing any more: who is just signing in comes too late. */
  void othersEnded(long userId, List<Pass> all, String keptTokenHash) {
    but(all, keptTokenHash).forEach(pass -> ended(pass.tokenHash()));
    endedAt.remove(userId);
    endedAt.put(userId, ++moment);
    if (endedAt.size() > MOST_ENDED) {
      endedAt.remove(endedAt.keySet().iterator().next());
    }
  }

  /** A user has that role from now on: what was found out before is true no more. */
  void appointed(long userId, Role role) {
    appointed.remove(userId);
    appointed.put(userId, role);
    if (appointed.size() > MOST_ENDED) {
      appointed.remove(appointed.keySet().iterator().next());
    }
  }

  /** The role that a user was given of late; empty if what is kept is true. */
  Optional<Role> appointed(long userId) {
    return Optional.ofNullable(appointed.get(userId));
  }

  /** What to show to {@link #isTooLate}. */
  long moment() {
    return moment;
  }

  /** Whether what was found out of a user after that moment may be true no more. */
  boolean isTooLate(long userId, long since) {
    return endedAt.getOrDefault(userId, 0L) > since;
  }

  private static List<Pass> but(List<Pass> all, String tokenHash) {
    return all.stream().filter(pass -> !pass.tokenHash().equals(tokenHash)).toList();
  }

  private LaneReceipt receipt(List<Pass> over, Runnable done, Runnable refused) {
    Runnable kept =
        () -> {
          over.forEach(pass -> ended(pass.tokenHash()));
          done.run();
        };
    return new LaneReceipt(lane, kept, refused);
  }

  /** One that nobody is to come by; should that not be kept, it is worth nothing for a while. */
  void forget(String tokenHash) {
    ended(tokenHash);
    accounts.removeToken(tokenHash, receipt(List.of(), () -> {}, () -> {}));
  }

  /** One is worth nothing any more: who comes by it just now comes too late. */
  private void ended(String tokenHash) {
    ended.add(tokenHash);
    if (ended.size() > MOST_ENDED) {
      ended.remove(ended.iterator().next());
    }
  }

  /** Whether that one was ended of late. */
  boolean isEnded(String tokenHash) {
    return ended.contains(tokenHash);
  }
}
