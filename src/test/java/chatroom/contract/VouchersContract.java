package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Account;
import chatroom.room.Unavailable;
import chatroom.room.Voucher;
import chatroom.room.Vouchers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all {@link Vouchers} have to keep. */
public abstract class VouchersContract extends AccountsFixture {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int ROUNDS = 10;

  /** Those under test, of which accounts are made that are beside them. */
  protected abstract Vouchers vouchers();

  private Voucher voucher(String hash, int uses) {
    return new Voucher(hash, 4711, clock().instant().plus(WEEK), uses);
  }

  private CompletableFuture<String> issuing(Voucher voucher) {
    CompletableFuture<String> told = new CompletableFuture<>();
    vouchers()
        .issue(
            voucher,
            new Vouchers.Issue() {
              @Override
              public void kept() {
                told.complete("kept");
              }

              @Override
              public void tooMany() {
                told.complete("too many");
              }

              @Override
              public void refused(Unavailable why) {
                told.complete("refused");
              }
            });
    return told;
  }

  /** Somebody may use it. */
  protected final void issue(String hash, int uses) {
    assertEquals("kept", soon(issuing(voucher(hash, uses))));
  }

  /** What is told of an account that is made by an invitation. */
  protected final String register(Account account, String hash) {
    CompletableFuture<String> told = new CompletableFuture<>();
    vouchers()
        .register(
            account,
            key(account.name()),
            hash,
            new Vouchers.Registration() {
              @Override
              public void kept() {
                told.complete("kept");
              }

              @Override
              public void taken() {
                told.complete("taken");
              }

              @Override
              public void uninvited() {
                told.complete("uninvited");
              }

              @Override
              public void refused(Unavailable why) {
                told.complete("refused");
              }
            });
    return soon(told);
  }

  protected final boolean isGood(String hash) {
    return told(() -> vouchers().isGood(hash));
  }

  protected final void assertNoAccount(long userId) {
    assertEquals(Optional.empty(), told(() -> accounts().of(userId)));
  }

  @Test
  void anInvitationIsGoodAsOftenAsItSays() {
    issue("a", 2);
    Account ann = account(admit(), "Ann");
    Account bob = account(admit(), "Bob");
    Account eve = account(admit(), "Eve");

    assertTrue(isGood("a"));
    assertEquals("kept", register(ann, "a"));
    assertTrue(isGood("a"));
    assertEquals("kept", register(bob, "a"));
    assertFalse(isGood("a"));
    assertEquals("uninvited", register(eve, "a"));
    assertThere(ann);
    assertThere(bob);
    assertNoAccount(eve.id());
    assertNames(ann, bob);
  }

  @Test
  void anotherOneIsNone() {
    issue("a", 1);
    Account ann = account(admit(), "Ann");

    assertFalse(isGood("A"));
    assertFalse(isGood("b"));
    assertEquals("uninvited", register(ann, "b"));
    assertNoAccount(ann.id());
    assertTrue(isGood("a"));
  }

  @Test
  void whenItsTimeIsOverItIsWorthNothing() {
    issue("a", 5);
    clock().pass(WEEK.minus(MOMENT));
    assertEquals("kept", register(account(admit(), "Ann"), "a"));
    clock().pass(MOMENT);
    Account bob = account(admit(), "Bob");

    assertFalse(isGood("a"));
    assertEquals("uninvited", register(bob, "a"));
    assertNoAccount(bob.id());
  }

  @Test
  void whoGetsNoAccountHasUsedNothing() {
    issue("a", 1);
    Account ann = member("Ann");

    assertEquals("taken", register(account(admit(), "ANN"), "a"));
    assertEquals("taken", register(account(ann.id(), "Other"), "a"));
    assertTrue(isGood("a"));
    assertEquals("kept", register(account(admit(), "Bob"), "a"));
  }

  @Test
  void whoeverIsToldNothingMayTryTheVerySameAgain() {
    issue("a", 2);
    issue("a", 2);
    Account ann = account(admit(), "Ann");
    assertEquals("kept", register(ann, "a"));
    assertEquals("kept", register(account(admit(), "Bob"), "a"));

    assertFalse(isGood("a"));
    assertThere(ann);
  }

  @Test
  void whatTheGuestHadGoesAlong() {
    issue("a", 1);
    Account ann = account(admit(Optional.of("guest")), "Ann");
    assertEquals("kept", register(ann, "a"));

    assertComesBy("guest", ann);
  }

  @Test
  void ofTwoWhoComeWithTheLastUseOneGetsAnAccount() {
    for (int round = 0; round < ROUNDS; round++) {
      String hash = "hash" + round;
      issue(hash, 1);
      List<Account> both =
          List.of(account(admit(), "Ann" + round), account(admit(), "Bob" + round));
      CyclicBarrier start = new CyclicBarrier(2);
      List<String> ends =
          both.stream()
              .map(account -> CompletableFuture.supplyAsync(() -> at(start, account, hash)))
              .toList()
              .stream()
              .map(AccountsFixture::soon)
              .toList();

      assertEquals(List.of("kept", "uninvited"), ends.stream().sorted().toList());
      assertThere(both.get(ends.indexOf("kept")));
      assertNoAccount(both.get(ends.indexOf("uninvited")).id());
    }
  }

  private String at(CyclicBarrier start, Account account, String hash) {
    try {
      start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return register(account, hash);
  }

  @Test
  void beyondTheBoundThereAreNoMoreUntilSomeAreWorthNothing() {
    IntStream.range(0, Vouchers.MAX)
        .mapToObj(i -> issuing(voucher("v" + i, 1)))
        .toList()
        .forEach(told -> assertEquals("kept", soon(told)));

    assertEquals("too many", soon(issuing(voucher("more", 1))));
    assertFalse(isGood("more"));
    assertEquals("kept", register(account(admit(), "Ann"), "v0"));
    issue("more", 1);
    clock().pass(WEEK);
    issue("young", 1);
    assertTrue(isGood("young"));
  }
}
