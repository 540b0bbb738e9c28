package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Guests;
import chatroom.room.Guests.Guest;
import chatroom.room.Role;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Accounts under test; their receipts may come at once or later, from any thread. */
public abstract class AccountsFixture {
  /** For how long a token is known by which nobody came. */
  protected static final Duration REMEMBERED = Duration.ofDays(30);

  /** As short as a time can be that is kept. */
  protected static final Duration MOMENT = Duration.ofMillis(1);

  /** For how long something may take. */
  protected static final int PATIENCE_SECONDS = 10;

  private final ManualClock clock = new ManualClock();

  /** Nobody came yet; tokens are known for {@link #REMEMBERED}. */
  protected abstract void startEmpty(ManualClock clock);

  /** Those under test. */
  protected abstract Accounts accounts();

  /** Those beside them. */
  protected abstract Guests guests();

  @BeforeEach
  void begin() {
    startEmpty(clock);
  }

  /** Its time. */
  protected final ManualClock clock() {
    return clock;
  }

  /** What is told within a bound. */
  protected static <T> T soon(CompletableFuture<T> told) {
    return told.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** A newcomer, who is known by that token. */
  protected final long admit(Optional<String> token) {
    CompletableFuture<Long> told = new CompletableFuture<>();
    guests()
        .admit(
            token,
            new Guests.Admission() {
              @Override
              public void admitted(long userId) {
                told.complete(userId);
              }

              @Override
              public void refused(Unavailable why) {
                told.completeExceptionally(why);
              }
            });
    return soon(told);
  }

  protected final long admit() {
    return admit(Optional.empty());
  }

  /** Returns when it is kept. */
  protected static void keep(Consumer<Guests.Receipt> change) {
    soon(offered(change));
  }

  private static CompletableFuture<Boolean> offered(Consumer<Guests.Receipt> change) {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    change.accept(
        new Guests.Receipt() {
          @Override
          public void kept() {
            told.complete(true);
          }

          @Override
          public void refused(Unavailable why) {
            told.completeExceptionally(why);
          }
        });
    return told;
  }

  protected static String key(String name) {
    return name.toLowerCase(Locale.ROOT) + "\0";
  }

  /** The account of that user, as it is made. */
  protected final Account account(long userId, String name) {
    return new Account(userId, name, "$argon2id$" + userId, Role.MEMBER, clock.instant());
  }

  private CompletableFuture<String> registration(Account account) {
    CompletableFuture<String> told = new CompletableFuture<>();
    accounts()
        .register(
            account,
            key(account.name()),
            new Accounts.Registration() {
              @Override
              public void kept() {
                told.complete("kept");
              }

              @Override
              public void taken() {
                told.complete("taken");
              }

              @Override
              public void refused(Unavailable why) {
                told.complete("refused");
              }
            });
    return told;
  }

  /** What is told. */
  protected final String register(Account account) {
    return soon(registration(account));
  }

  /** What is told. */
  protected final String appoint(long userId, Role role) {
    return soon(appointment(userId, role));
  }

  /** What will be told. */
  protected final CompletableFuture<String> appointment(long userId, Role role) {
    CompletableFuture<String> told = new CompletableFuture<>();
    accounts()
        .setRole(
            userId,
            role,
            others -> !others.isEmpty(),
            new Accounts.Appointment() {
              @Override
              public void kept() {
                told.complete("kept");
              }

              @Override
              public void lastAdmin() {
                told.complete("last");
              }

              @Override
              public void refused(Unavailable why) {
                told.complete("refused");
              }
            });
    return told;
  }

  /** A newcomer with an account. */
  protected final Account member(String name) {
    Account account = account(admit(), name);
    assertEquals("kept", register(account));
    return account;
  }

  /** Somebody may come by that token from now on. */
  protected final void addToken(long userId, String token) {
    keep(receipt -> accounts().addToken(userId, token, receipt));
  }

  /** As many as one may have, without waiting for each. */
  protected final void addTokens(long userId) {
    IntStream.range(0, Accounts.MAX_TOKENS)
        .mapToObj(i -> offered(told -> accounts().addToken(userId, userId + "t" + i, told)))
        .toList()
        .forEach(AccountsFixture::soon);
  }

  protected final void removeToken(String token) {
    keep(receipt -> accounts().removeToken(token, receipt));
  }

  protected final void rename(long userId, String name) {
    keep(receipt -> guests().rename(userId, name, receipt));
  }

  /** What was seen without a receipt is kept before whoever comes next is admitted. */
  protected final void seen(long userId, String token) {
    guests().seen(userId, token);
    admit();
  }

  /** Asks for something that is there. */
  @FunctionalInterface
  protected interface Question<T> {
    T ask() throws Unavailable;
  }

  /** The answer. */
  protected static <T> T told(Question<T> question) {
    try {
      return question.ask();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** Whoever comes by that token. */
  protected final Optional<Guest> find(String token) {
    return told(() -> guests().find(token));
  }

  /** By that token comes whoever has that account. */
  protected final void assertComesBy(String token, Account account) {
    assertEquals(Optional.of(new Guest(account.id(), Optional.of(account.name()))), find(token));
  }

  protected final void assertNobodyComesBy(String token) {
    assertEquals(Optional.empty(), find(token));
  }

  /** It is there, by name and by user. */
  protected final void assertThere(Account account) {
    assertEquals(Optional.of(account), told(() -> accounts().named(key(account.name()))));
    assertEquals(Optional.of(account), told(() -> accounts().of(account.id())));
  }

  protected final void assertNames(Account... all) {
    Map<String, Accounts.Owner> names =
        Stream.of(all)
            .collect(
                Collectors.toMap(
                    account -> key(account.name()),
                    account -> new Accounts.Owner(account.id(), account.name())));
    assertEquals(names, told(() -> accounts().names()));
  }
}
