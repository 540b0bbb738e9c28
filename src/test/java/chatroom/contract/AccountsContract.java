package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link Accounts} has to keep. */
public abstract class AccountsContract extends TokensContract {
  private static final int ROUNDS = 10;

  @Test
  void atFirstThereAreNone() {
    assertNames();
    assertEquals(Optional.empty(), told(() -> accounts().named(key("Ann"))));
    assertEquals(Optional.empty(), told(() -> accounts().of(1)));
  }

  @Test
  void anAccountIsKeptAsItWasMade() {
    Account ann = member("Ann");
    clock().pass(MOMENT);
    Account odd =
        new Account(admit(), "späß 👍\0\uFFFE", "x".repeat(200), Role.ADMIN, clock().instant());
    assertEquals("kept", register(odd));

    assertThere(ann);
    assertThere(odd);
    assertNames(ann, odd);
  }

  @Test
  void theLongestKeyThatANameCanHaveIsKept() {
    Account ann = member("\u3131".repeat(420));

    assertThere(ann);
  }

  @Test
  void aNameIsSomebodysOnce() {
    Account ann = member("Ann");
    long bob = admit();

    assertEquals("taken", register(account(bob, "Ann")));
    assertEquals("taken", register(account(bob, "aNN")));
    assertEquals(Optional.empty(), told(() -> accounts().of(bob)));
    assertNames(ann);
    assertEquals("kept", register(account(bob, "Ann ")));
  }

  @Test
  void anAccountIsFoundByWhatIsKeptInsteadOfAPassword() {
    member("Ann");
    Account bob =
        new Account(admit(), "Bob", Account.VOUCHED + "b0b", Role.MEMBER, clock().instant());
    assertEquals("kept", register(bob));

    assertEquals(Optional.of(bob), told(() -> accounts().keptWith(Account.VOUCHED + "b0b")));
    assertEquals(Optional.empty(), told(() -> accounts().keptWith(Account.VOUCHED + "B0B")));
    assertEquals(Optional.empty(), told(() -> accounts().keptWith(Account.VOUCHED)));
  }

  @Test
  void theyAreReadAPageAtATimeByRisingNumber() {
    List<Account> all = List.of(member("Ann"), member("Bob"), member("Anton"), member("späß"));
    assertEquals(all, page("", 0, 100));
    assertEquals(all.subList(0, 2), page("", 0, 2));
    assertEquals(all.subList(2, 4), page("", all.get(1).id(), 2));
    assertEquals(List.of(), page("", all.get(3).id(), 2));
  }

  @Test
  void thoseOfANameAreReadByItsBeginning() {
    Account ann = member("Ann");
    Account anton = member("Anton");
    member("Bob");
    Account odd = member("an\0\uFFFE");
    Account last = member("zz" + Character.toString(0x10FFFD));
    assertEquals(List.of(ann, anton, odd), page("an", 0, 100));
    assertEquals(List.of(anton), page("an", ann.id(), 1));
    assertEquals(List.of(odd), page("an\0", 0, 100));
    assertEquals(List.of(last), page("zz", 0, 100));
    assertEquals(List.of(), page("%", 0, 100));
    assertEquals(List.of(), page("a_n", 0, 100));
  }

  private List<Account> page(String keyStart, long after, int limit) {
    return told(() -> accounts().page(keyStart, after, limit));
  }

  @Test
  void aUserHasOneAccount() {
    Account ann = member("Ann");

    assertEquals("taken", register(account(ann.id(), "Bob")));
    assertNames(ann);
    assertThere(ann);
  }

  @Test
  void whoeverIsToldNothingMayTryTheVerySameAgain() {
    Account ann = member("Ann");
    Account other = new Account(ann.id(), "Ann", "$argon2id$other", Role.MEMBER, clock().instant());

    assertEquals("kept", register(ann));
    assertEquals("taken", register(other));
    assertThere(ann);
  }

  @Test
  void ofTwoWhoWantANameAtTheSameTimeOneHasIt() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<Account> both =
          List.of(account(admit(), "Ann" + round), account(admit(), "Ann" + round));
      CyclicBarrier start = new CyclicBarrier(2);
      List<CompletableFuture<String>> told =
          both.stream()
              .map(account -> CompletableFuture.supplyAsync(() -> at(start, account)))
              .toList();
      List<String> ends = told.stream().map(AccountsFixture::soon).toList();

      assertEquals(Set.of("kept", "taken"), Set.copyOf(ends));
      assertThere(both.get(ends.indexOf("kept")));
      long loser = both.get(ends.indexOf("taken")).id();
      assertEquals(Optional.empty(), told(() -> accounts().of(loser)));
    }
  }

  private String at(CyclicBarrier start, Account account) {
    try {
      start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return register(account);
  }

  @Test
  void rolesAreKept() {
    Account ann = member("Ann");
    Account bob = member("Bob");
    for (Role role : Role.values()) {
      assertEquals("kept", appoint(ann.id(), role));
      assertThere(ann.withRole(role));
    }

    assertThere(bob);
  }

  @Test
  void whatIsSaidOfARoleElsewhereIsKeptBesideIt() {
    Account ann = member("Ann");
    Account bob = member("Bob");
    appoint(ann.id(), Role.MODERATOR);
    for (Role role : Role.values()) {
      keep(receipt -> accounts().setVouchedRole(ann.id(), role, receipt));
      assertThere(ann.withRole(Role.MODERATOR).withVouchedRole(role));
    }

    assertEquals(List.of(), told(() -> accounts().admins()));
    assertThere(bob);
  }

  @Test
  void theLastAdministratorStaysOne() {
    assertEquals(List.of(), told(() -> accounts().admins()));
    Account ann = member("Ann");
    Account bob = member("Bob");
    assertEquals("kept", appoint(bob.id(), Role.MODERATOR));
    assertEquals(List.of(), told(() -> accounts().admins()));
    assertEquals("kept", appoint(ann.id(), Role.ADMIN));
    assertEquals(List.of(ann.withRole(Role.ADMIN)), told(() -> accounts().admins()));

    assertEquals("last", appoint(ann.id(), Role.MODERATOR));
    assertThere(ann.withRole(Role.ADMIN));
    assertEquals("kept", appoint(bob.id(), Role.ADMIN));
    assertEquals("kept", appoint(ann.id(), Role.MEMBER));
    assertEquals("last", appoint(bob.id(), Role.MEMBER));
    assertThere(ann);
    assertThere(bob.withRole(Role.ADMIN));
  }

  @Test
  void ofTwoAdministratorsWhoUnmakeEachOtherOneIsLeft() {
    Account ann = member("Ann");
    Account bob = member("Bob");
    appoint(ann.id(), Role.ADMIN);
    appoint(bob.id(), Role.ADMIN);
    List<CompletableFuture<String>> both =
        List.of(appointment(ann.id(), Role.MEMBER), appointment(bob.id(), Role.MEMBER));

    assertEquals(
        Set.of("kept", "last"), Set.copyOf(both.stream().map(AccountsFixture::soon).toList()));
    assertEquals(1, told(() -> accounts().admins()).size());
  }
}
