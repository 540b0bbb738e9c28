package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Accounts.Pass;
import chatroom.room.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Accounts} has to keep of the tokens by which its users come back. */
public abstract class TokensContract extends AccountsFixture {
  @Test
  void aTokenFindsTheUserByTheNameOfTheAccount() {
    Account ann = member("Ann");
    Account bob = member("Bob");
    addToken(ann.id(), "a");
    addToken(ann.id(), "b");
    addToken(bob.id(), "c");
    addToken(bob.id(), "c");

    assertComesBy("a", ann);
    assertComesBy("b", ann);
    assertComesBy("c", bob);
    assertNobodyComesBy("A");
    assertNobodyComesBy("");
  }

  @Test
  void theTokenThatAGuestHadIsOneOfTheAccountAndTheNameIsThatOfTheAccount() {
    long id = admit(Optional.of("guest"));
    rename(id, "Annie");
    Account ann = account(id, "Ann");
    assertEquals("kept", register(ann));
    assertComesBy("guest", ann);
    rename(id, "Eve");

    assertComesBy("guest", ann);
    assertEquals(Map.of(id, "Ann"), told(() -> guests().names(Set.of(id, 4711L))));
  }

  @Test
  void theNameOfAnAccountIsKnownForGood() {
    Account ann = member("Ann");
    long bob = admit(Optional.of("b"));
    rename(bob, "Bob");
    clock().pass(REMEMBERED);

    assertEquals(Map.of(ann.id(), "Ann"), told(() -> guests().names(Set.of(ann.id(), bob))));
  }

  @Test
  void whoHasNoAccountHasNoToken() {
    long id = admit(Optional.of("guest"));
    addToken(id, "a");
    addToken(4711, "b");

    assertNobodyComesBy("a");
    assertNobodyComesBy("b");
  }

  @Test
  void aTokenIsKnownAsLongAsTheUserIsSeen() {
    Account ann = member("Ann");
    addToken(ann.id(), "a");
    clock().pass(REMEMBERED.minus(MOMENT));
    assertComesBy("a", ann);
    seen(ann.id(), "a");
    clock().pass(REMEMBERED.minus(MOMENT));
    assertComesBy("a", ann);
    clock().pass(MOMENT);

    assertNobodyComesBy("a");
    assertThere(ann);
  }

  @Test
  void ofSeveralTokensOnlyThatLivesOnByWhichTheUserComes() {
    long id = admit(Optional.of("guest"));
    Account ann = account(id, "Ann");
    register(ann);
    addToken(id, "a");
    addToken(id, "b");
    Account bob = member("Bob");
    addToken(bob.id(), "c");
    clock().pass(REMEMBERED.minus(MOMENT));
    seen(id, "b");
    seen(id, "c");
    seen(id, "");
    clock().pass(MOMENT);

    assertComesBy("b", ann);
    assertNobodyComesBy("a");
    assertNobodyComesBy("guest");
    assertNobodyComesBy("c");
  }

  @Test
  void byATokenThatWasRemovedNobodyComes() {
    Account ann = member("Ann");
    addToken(ann.id(), "a");
    addToken(ann.id(), "b");
    removeToken("a");
    removeToken("a");
    removeToken("unknown");

    assertNobodyComesBy("a");
    assertComesBy("b", ann);
  }

  @Test
  void theTokenOfAGuestCanBeRemovedToo() {
    long id = admit(Optional.of("guest"));
    removeToken("guest");
    seen(id, "guest");

    assertNobodyComesBy("guest");
  }

  @Test
  void anotherPasswordEndsAllTokensButOne() {
    long id = admit(Optional.of("guest"));
    Account ann = account(id, "Ann");
    register(ann);
    Account bob = member("Bob");
    addToken(id, "a");
    addToken(id, "b");
    addToken(bob.id(), "c");
    keep(receipt -> accounts().setPassword(id, "$argon2id$new", "a", receipt));

    assertThere(new Account(id, "Ann", "$argon2id$new", Role.MEMBER, ann.createdAt()));
    assertComesBy("a", ann);
    assertNobodyComesBy("b");
    assertNobodyComesBy("guest");
    assertComesBy("c", bob);
    assertThere(bob);
  }

  @Test
  void theTokensOfAnAccountAreToldTheNewestFirst() {
    long id = admit(Optional.of("guest"));
    Account ann = account(id, "Ann");
    Account bob = member("Bob");
    clock().pass(MOMENT);
    Instant later = clock().instant();
    register(ann);
    addToken(id, "a");
    clock().pass(MOMENT);
    addToken(id, "b");
    seen(id, "a");

    assertEquals(
        List.of(
            new Pass("b", later.plus(MOMENT)),
            new Pass("a", later),
            new Pass("guest", later.minus(MOMENT))),
        told(() -> accounts().passes(id)));
    assertEquals(List.of(), told(() -> accounts().passes(bob.id())));
    assertEquals(List.of(), told(() -> accounts().passes(4711)));
  }

  @Test
  void allTokensButOneCanBeEndedTogether() {
    Account ann = member("Ann");
    Account bob = member("Bob");
    addToken(ann.id(), "a");
    addToken(ann.id(), "b");
    addToken(bob.id(), "c");
    keep(receipt -> accounts().removeTokens(ann.id(), "b", receipt));
    assertNobodyComesBy("a");
    assertComesBy("b", ann);
    keep(receipt -> accounts().removeTokens(ann.id(), "", receipt));

    assertNobodyComesBy("b");
    assertComesBy("c", bob);
    assertThere(ann);
  }

  @Test
  void withOneTokenTooManyTheFirstIsWorthNothing() {
    Account ann = member("Ann");
    Account bob = member("Bob");
    addToken(bob.id(), "c");
    addToken(ann.id(), "first");
    clock().pass(MOMENT);
    addTokens(ann.id());

    assertNobodyComesBy("first");
    assertComesBy(ann.id() + "t0", ann);
    assertComesBy(ann.id() + "t" + (Accounts.MAX_TOKENS - 1), ann);
    assertComesBy("c", bob);
  }
}
