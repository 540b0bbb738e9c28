package chatroom.room;

import chatroom.room.Guests.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everybody who has an account, and the tokens by which they come back without a password.
 *
 * <p>Promises: no two accounts have names that look alike; what a receipt said is kept then.
 *
 * <p>Thread safety: implementations are safe for use by any thread. What returns something may
 * block for as long as a database takes.
 */
public interface Accounts {
  /**
   * How many tokens an account has; with one more the one that was added first is worth nothing.
   */
  int MAX_TOKENS = 100;

  /**
   * A token, and since when the user is known by it.
   *
   * @param tokenHash at most 64 characters of ASCII
   */
  record Pass(String tokenHash, Instant addedAt) {}

  /**
   * Whose a name is.
   *
   * @param name as it is shown
   */
  record Owner(long userId, String name) {}

  /** Told once. Calls come from any thread and must not block. */
  interface Registration {
    /** The account is there. */
    void kept();

    /** Somebody else has an account of such a name, or the user has one. */
    void taken();

    /** It is not there; the same may be tried again. */
    void refused(Unavailable why);
  }

  /** Told once. Calls come from any thread and must not block. */
  interface Appointment {
    /** The role is that, if there is such an account. */
    void kept();

    /** It is what it was: too few administrators would be left. */
    void lastAdmin();

    /** It is what it was; the same may be tried again. */
    void refused(Unavailable why);
  }

  /** All accounts that are administrators' here. */
  List<Account> admins() throws Unavailable;

  /** Whose every name is, by its {@linkplain Nickname#key key}. */
  Map<String, Owner> names() throws Unavailable;

  /** The account of that name, by its {@linkplain Nickname#key key}. */
  Optional<Account> named(String nameKey) throws Unavailable;

  /** The account of that user. */
  Optional<Account> of(long userId) throws Unavailable;

  /** The account of which this very text is kept as the hash of a password. */
  Optional<Account> keptWith(String passwordHash) throws Unavailable;

  /**
   * Those whose name begins so, in the order of their users' numbers.
   *
   * @param keyStart how the {@linkplain Nickname#key key} of the name begins; empty for all
   * @param after users above that number alone
   * @param limit no more than so many
   */
  List<Account> page(String keyStart, long after, int limit) throws Unavailable;

  /**
   * Makes an account, without waiting. The token that the user had as a guest is one of the
   * account's then.
   *
   * @param nameKey what no two names have in common
   */
  void register(Account account, String nameKey, Registration told);

  /**
   * Gives an account another password, without waiting; all tokens but one are worth nothing then.
   *
   * @param keptTokenHash the one that stays
   */
  void setPassword(long userId, String passwordHash, String keptTokenHash, Receipt receipt);

  /**
   * Gives an account another role, without waiting; but that of an administrator stays what it is
   * if too few would be left.
   *
   * @param enough whether it is enough if these are the administrators; asked by any thread, must
   *     not block
   */
  void setRole(long userId, Role role, Predicate<List<Account>> enough, Appointment told);

  /** Keeps what whoever vouches for a user said last of their role; without waiting. */
  void setVouchedRole(long userId, Role role, Receipt receipt);

  /**
   * From now on the user of an account is known by a token, too, for as long as a guest is by
   * theirs; without waiting.
   *
   * @param tokenHash at most 64 characters of ASCII; nothing is kept if the user has no account
   */
  void addToken(long userId, String tokenHash, Receipt receipt);

  /** By what the user of an account comes back, the newest first; at most {@link #MAX_TOKENS}. */
  List<Pass> passes(long userId) throws Unavailable;

  /**
   * All tokens of an account but one are worth nothing any more; without waiting.
   *
   * @param keptTokenHash the one that stays
   */
  void removeTokens(long userId, String keptTokenHash, Receipt receipt);

  /** A token is worth nothing any more, whosever it was; without waiting. */
  void removeToken(String tokenHash, Receipt receipt);
}
