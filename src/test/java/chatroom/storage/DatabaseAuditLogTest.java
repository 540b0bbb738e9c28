package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.contract.AuditLogContract;
import chatroom.room.AuditEntry;
import chatroom.room.AuditLog;
import chatroom.room.Switches.Switch;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The audit log in a database. */
abstract class DatabaseAuditLogTest extends AuditLogContract {
  private final ManualClock clock = new ManualClock();

  abstract SharedDatabase database();

  @Override
  protected void startEmpty(ManualClock clock) {
    database().fresh(clock);
  }

  @Override
  protected AuditLog audit() {
    return database().store().audit();
  }

  @Override
  protected void assertWhole(long count) {
    try (Connection connection = database().get().reading().getConnection()) {
      List<AuditEntry> all = AuditRows.after(connection, 0, Integer.MAX_VALUE);
      String before = AuditChain.GENESIS;
      for (AuditEntry entry : all) {
        assertTrue(AuditChain.fits(before, entry), () -> "entry " + entry);
        before = entry.hash();
      }
      assertEquals(count, all.size());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private boolean isOn() {
    try {
      return database().store().switches().isOn(Switch.LOCKDOWN);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private void turn(boolean on) {
    keep(receipt -> database().store().switches().turn(Switch.LOCKDOWN, on, receipt));
    database().reopened(clock);
  }

  @Test
  void aSwitchStaysAsItWasTurnedLast() {
    assertFalse(isOn());
    turn(true);
    turn(true);
    assertTrue(isOn());
    turn(false);
    turn(false);
    assertFalse(isOn());
  }

  @Test
  void theChainGoesOnInANewApplication() {
    append(kick(2));
    append(kick(3));
    database().reopened(clock);
    append(kick(4));

    assertWhole(3);
  }

  @Test
  void anEntryOfWhichTheCommitWasUnclearIsThereOnce() {
    AtomicInteger commits = new AtomicInteger();
    database()
        .fresh(
            clock,
            new Meddler() {
              @Override
              void afterCommit() throws SQLException {
                if (commits.incrementAndGet() % 2 == 0) {
                  throw new SQLException("lost", "08006");
                }
              }
            });
    for (int i = 0; i < 10; i++) {
      append(kick(i));
    }

    assertWhole(10);
  }

  @Test
  void anEntryOfWhichTheCommitFailedIsThereOnceToo() {
    AtomicInteger commits = new AtomicInteger();
    database()
        .fresh(
            clock,
            new Meddler() {
              @Override
              void beforeCommit() throws SQLException {
                if (commits.incrementAndGet() % 2 == 0) {
                  throw new SQLException("lost", "08006");
                }
              }
            });
    for (int i = 0; i < 10; i++) {
      append(kick(i));
    }

    assertWhole(10);
  }
}
