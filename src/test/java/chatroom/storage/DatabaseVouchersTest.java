package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.contract.VouchersContract;
import chatroom.room.Account;
import chatroom.room.Accounts;
import chatroom.room.Guests;
import chatroom.room.Vouchers;
import chatroom.testing.ManualClock;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Invitations in a database. */
abstract class DatabaseVouchersTest extends VouchersContract {
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

  @Override
  protected Vouchers vouchers() {
    return database().store().vouchers();
  }

  @Test
  void theyOutliveTheApplicationWithTheUsesThatAreLeft() {
    issue("a", 2);
    assertEquals("kept", register(account(admit(), "Ann"), "a"));
    database().reopened(clock());

    assertTrue(isGood("a"));
    assertEquals("kept", register(account(admit(), "Bob"), "a"));
    assertFalse(isGood("a"));
    assertEquals(0, database().count("chat_voucher"));
  }

  @Test
  void ofACommitThatWasUnclearTheInvitationIsUsedOnce() {
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
    issue("a", 10);
    for (int i = 0; i < 10; i++) {
      Account ann = account(admit(), "Ann" + i);
      assertTrue(isGood("a"));
      assertEquals("kept", register(ann, "a"));
      assertThere(ann);
    }
    assertFalse(isGood("a"));
  }
}
