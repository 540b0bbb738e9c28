package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.AccountsContract;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Guests;
import chatroom.room.Notes.Kept;
import chatroom.room.RoomName;
import chatroom.testing.Eventually;
import chatroom.testing.ManualClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Accounts in a database, which has its guests and what users keep in other tables. */
abstract class DatabaseAccountsTest extends AccountsContract {
  abstract SharedDatabase database();

  @Override
  protected void startEmpty(ManualClock clock) {
    database().fresh(clock);
  }

  @Override
  protected Accounts accounts() {
    return database().store().accounts();
  }

  @Override
  protected Guests guests() {
    return database().store().guests();
  }

  private void note(long userId) {
    var notes = database().store().notes();
    keep(receipt -> notes.mark(userId, RoomName.GENERAL, 5, receipt));
    keep(receipt -> notes.ignore(userId, 7, true, receipt));
  }

  private Kept noted(long userId) {
    return told(() -> database().store().notes().of(userId));
  }

  @Test
  void theyOutliveTheApplicationWithTheirTokens() {
    Account ann = account(admit(Optional.of("guest")), "Ann");
    register(ann);
    addToken(ann.id(), "a");
    database().reopened(clock());

    assertThere(ann);
    assertComesBy("guest", ann);
    assertComesBy("a", ann);
    assertEquals("taken", register(account(admit(Optional.empty()), "Ann")));
  }

  @Test
  void whatAUserKeepsIsKeptForGoodOnceThereIsAnAccount() {
    Kept all = new Kept(Map.of(RoomName.GENERAL, 5L), Set.of(7L));
    Account ann = account(admit(Optional.of("ann")), "Ann");
    note(ann.id());
    register(ann);
    Account bob = member("Bob");
    note(bob.id());
    long eve = admit(Optional.of("eve"));
    note(eve);
    addToken(bob.id(), "b");
    clock().pass(REMEMBERED.plus(Duration.ofMillis(1)));
    addToken(bob.id(), "young");
    database().reopened(clock());
    Eventually.until("what is too old is gone", () -> noted(eve).equals(Kept.nothing()));

    assertEquals(all, noted(ann.id()));
    assertEquals(all, noted(bob.id()));
    assertThere(ann);
    assertComesBy("young", bob);
    assertEquals(1, database().count("chat_token"));
    assertEquals(0, database().count("chat_guest"));
  }

  @Test
  void tokensThatAreTooOldGoALittleAtATime() {
    while (database().count("chat_token") <= Batch.SWEEP_LIMIT) {
      addTokens(member("Ann" + database().count("chat_account")).id());
    }
    clock().pass(REMEMBERED.plus(Duration.ofMillis(1)));
    database().reopened(clock());

    Eventually.until("all are gone", () -> database().count("chat_token") == 0);
  }

  @Test
  void whatAGuestKeepsGoesWithTheTokenByWhichTheyWereKnown() {
    long eve = admit(Optional.of("eve"));
    note(eve);
    keep(receipt -> accounts().removeToken("eve", receipt));

    assertEquals(Kept.nothing(), noted(eve));
  }

  @Test
  void anAccountOfWhichTheCommitWasUnclearIsKeptOnce() {
    AtomicInteger commits = new AtomicInteger();
    database()
        .fresh(
            clock(),
            new Meddler() {
              @Override
              void afterCommit() throws SQLException {
                if (commits.incrementAndGet() % 2 == 0) {
                  throw new SQLException("lost", "08006");
                }
              }
            });
    for (int i = 0; i < 10; i++) {
      assertThere(member("Ann" + i));
    }
    assertEquals(10, database().count("chat_account"));
  }
}
