package chatroom.conversation;

import chatroom.account.Guesses;
import chatroom.account.PasswordHashing;
import chatroom.account.Registrations;
import chatroom.account.ResumeToken;
import chatroom.delivery.PeerAddress;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Code;
import chatroom.room.Guests;
import chatroom.room.Lane;
import chatroom.room.Nickname;
import chatroom.room.Nicknames;
import chatroom.room.Rejection;
import chatroom.room.Unavailable;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Finds out who signs in, and makes accounts. Passwords take time and are looked at elsewhere; each
 * call is answered once, on the lane.
 *
 * <p>Whether there is an account of a name is told to nobody: neither by what is answered, nor by
 * how long that takes.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class SignIns {
  /** Longer is nobody's name; it is remembered by its beginning. */
  private static final int MAX_NAME_CHARS = 200;

  private final Accounts accounts;
  private final PasswordHashing hashing;
  private final Guesses guesses;
  private final Registrations registrations;
  private final boolean registrationOpen;
  private final Vouching vouching;
  private final Nicknames nicknames;
  private final Lane lane;
  private final Executor readers;
  private final Timer timer;

  /**
   * @param registrationOpen whether anybody may make an account, by an invitation or without
   * @param vouching whether it has to be by an invitation
   * @param readers run what may block for as long as a database takes
   */
  public SignIns(
      Accounts accounts,
      PasswordHashing hashing,
      Guesses guesses,
      Registrations registrations,
      boolean registrationOpen,
      Vouching vouching,
      Nicknames nicknames,
      Lane lane,
      Executor readers,
      Timer timer) {
    this.accounts = accounts;
    this.hashing = hashing;
    this.guesses = guesses;
    this.registrations = registrations;
    this.registrationOpen = registrationOpen;
    this.vouching = vouching;
    this.nicknames = nicknames;
    this.lane = lane;
    this.readers = readers;
    this.timer = timer;
  }

  /**
   * Finds the account of that name and password; who was wrong often waits for the answer.
   *
   * @param refused told instead of {@code found} if there is none, or it cannot be known now
   */
  void find(
      String username,
      String password,
      PeerAddress from,
      Consumer<Account> found,
      Consumer<Rejection> refused) {
    String key = key(username);
    Duration wait = guesses.begin(key, from.group());
    Runnable look = () -> readers.execute(() -> look(key, password, from, found, refused));
    if (wait.isZero()) {
      look.run();
    } else {
      timer.after(wait, look);
    }
  }

  /** What no two names have in common; of what is no name something that is nobody's. */
  private String key(String username) {
    try {
      return nicknames.parse(username).key();
    } catch (Rejection noName) {
      int end = Math.min(username.length(), MAX_NAME_CHARS);
      return "?" + username.substring(0, end).toLowerCase(Locale.ROOT);
    }
  }

  private void look(
      String key,
      String password,
      PeerAddress from,
      Consumer<Account> found,
      Consumer<Rejection> refused) {
    try {
      Optional<Account> account = accounts.named(key);
      hashing.verify(
          password,
          account.filter(Account::hasPassword).map(Account::passwordHash),
          isRight -> {
            if (isRight) {
              guesses.right(key, from.group());
              lane.execute(() -> found.accept(account.orElseThrow()));
            } else {
              lane.execute(() -> refused.accept(new Rejection(Code.AUTH_FAILED)));
            }
          },
          () -> lane.execute(() -> refused.accept(Refusals.unavailable())));
    } catch (Unavailable e) {
      lane.execute(() -> refused.accept(Refusals.unavailable()));
    }
  }

  /**
   * The account of a user who has one.
   *
   * @param refused runs instead of {@code found} if that cannot be known now
   */
  void of(long userId, Consumer<Account> found, Runnable refused) {
    readers.execute(
        () -> {
          Runnable answer = refused;
          try {
            Optional<Account> account = accounts.of(userId);
            if (account.isPresent()) {
              answer = () -> found.accept(account.get());
            }
          } catch (Unavailable e) {
            // It is the answer as it stands, and the log knows why.
          }
          lane.execute(answer);
        });
  }

  /**
   * From now on a user who has an account is known by that token, too.
   *
   * @param refused runs instead of {@code kept} if it is not kept
   */
  void keep(long userId, ResumeToken token, Runnable kept, Runnable refused) {
    accounts.addToken(userId, token.hash(), receipt(kept, refused));
  }

  /**
   * Gives an account another password.
   *
   * @param stillRight asked on the lane, last, whether who asked for it still may
   * @param keptTokenHash that of the only token that is worth something from then on; may be empty
   * @param refused told instead of {@code changed} if it stays as it was
   */
  void change(
      long userId,
      String password,
      BooleanSupplier stillRight,
      String keptTokenHash,
      Runnable changed,
      Consumer<Rejection> refused) {
    Runnable unavailable = () -> refused.accept(Refusals.unavailable());
    hashing.hash(
        password,
        hash ->
            lane.execute(
                () -> {
                  if (stillRight.getAsBoolean()) {
                    accounts.setPassword(
                        userId, hash, keptTokenHash, receipt(changed, unavailable));
                  } else {
                    unavailable.run();
                  }
                }),
        () -> lane.execute(unavailable));
  }

  private Guests.Receipt receipt(Runnable kept, Runnable refused) {
    return new Guests.Receipt() {
      @Override
      public void kept() {
        lane.execute(kept);
      }

      @Override
      public void refused(Unavailable why) {
        lane.execute(refused);
      }
    };
  }

  /** Whether anybody may make an account, by an invitation or without. */
  boolean registrationOpen() {
    return registrationOpen;
  }

  /** Who may make an account, as clients are told. */
  String registration() {
    return !registrationOpen ? "closed" : vouching.isNeeded() ? "invitation" : "open";
  }

  /** By which invitations accounts are made. */
  Vouching vouching() {
    return vouching;
  }

  /**
   * Lets pass who may make one more account from there.
   *
   * @throws Rejection {@link Code#RATE_LIMITED} if too many were made
   */
  void requireRegistration(PeerAddress from) throws Rejection {
    registrations.take(from.group());
  }

  /**
   * Makes an account. An invitation is looked at before the password is.
   *
   * @param account but for the hash of its password
   * @param invitation what was shown of one; empty if none is needed
   * @param made told when it is kept
   * @param refused told instead
   */
  void register(
      Account account,
      Nickname name,
      String password,
      Optional<String> invitation,
      Runnable made,
      Consumer<Rejection> refused) {
    if (invitation.isEmpty()) {
      hashed(
          account,
          password,
          hashed -> accounts.register(hashed, name.key(), told(made, refused)),
          refused);
      return;
    }
    vouching.look(
        invitation.get(),
        voucher ->
            hashed(
                account,
                password,
                hashed -> vouching.register(hashed, name, voucher, made, refused),
                refused),
        refused);
  }

  private void hashed(
      Account account, String password, Consumer<Account> hashed, Consumer<Rejection> refused) {
    hashing.hash(
        password,
        hash -> hashed.accept(account.withPassword(hash)),
        () -> lane.execute(() -> refused.accept(Refusals.unavailable())));
  }

  private Accounts.Registration told(Runnable made, Consumer<Rejection> refused) {
    return new Accounts.Registration() {
      @Override
      public void kept() {
        lane.execute(made);
      }

      @Override
      public void taken() {
        lane.execute(() -> refused.accept(new Rejection(Code.NAME_TAKEN)));
      }

      @Override
      public void refused(Unavailable why) {
        lane.execute(() -> refused.accept(Refusals.unavailable()));
      }
    };
  }
}
