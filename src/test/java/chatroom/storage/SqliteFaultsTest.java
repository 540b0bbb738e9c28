package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ManualClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A file that fails: what is refused is not stored, and it goes on by itself. */
class SqliteFaultsTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  private Traffic traffic(Meddler meddler) {
    return new Traffic(DATABASE.fresh(new ManualClock(), meddler).messages());
  }

  @Test
  void whileAnotherProcessLocksTheFileMessagesAreRefused() throws Exception {
    Traffic traffic = traffic(new Meddler());
    assertTrue(traffic.sendAndWait());
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + DATABASE.get().place());
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertFalse(traffic.sendAndWait());
      for (int i = 0; i < 10; i++) {
        traffic.send();
      }
      statement.execute("ROLLBACK");
    }
    traffic.sendUntilStored();
    traffic.assertTold();
  }

  /** A disk that is full at so many pages, of which the tables take half; SQLite itself says so. */
  private static final class Disk extends Meddler {
    final AtomicInteger pages = new AtomicInteger(100);

    @Override
    void opened(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA max_page_count = " + pages);
      }
    }
  }

  @Test
  void whileTheDiskIsFullMessagesAreRefused() throws Exception {
    Disk disk = new Disk();
    Traffic traffic = traffic(disk);
    while (traffic.refused() == 0) {
      traffic.sendAndWait();
    }
    assertTrue(traffic.acknowledged() > 10, "there was a place before");
    for (int i = 0; i < 10; i++) {
      assertFalse(traffic.sendAndWait());
    }
    disk.pages.set(1_000);
    traffic.sendUntilStored();
    traffic.assertTold();
  }

  @Test
  void aCommitThatFailedAndWasDoneAllTheSameIsAcknowledgedOnce() throws Exception {
    AtomicInteger commits = new AtomicInteger();
    Traffic traffic =
        traffic(
            new Meddler() {
              @Override
              void afterCommit() throws SQLException {
                if (commits.incrementAndGet() % 2 == 0) {
                  throw new SQLException("lost", "08006");
                }
              }
            });
    for (int i = 0; i < 20; i++) {
      assertTrue(traffic.sendAndWait());
    }
    traffic.assertTold();
  }

  @Test
  void aCommitThatFailedAndWasNotDoneIsTriedOnceMore() throws Exception {
    AtomicInteger failures = new AtomicInteger(1);
    Traffic traffic =
        traffic(
            new Meddler() {
              @Override
              void beforeCommit() throws SQLException {
                if (failures.getAndDecrement() > 0) {
                  throw new SQLException("lost", "08006");
                }
              }
            });
    assertTrue(traffic.sendAndWait());
    traffic.assertTold();
  }

  @Test
  void commitsThatAreNeverDoneAreRefused() throws Exception {
    AtomicInteger failures = new AtomicInteger(4);
    Traffic traffic =
        traffic(
            new Meddler() {
              @Override
              void beforeCommit() throws SQLException {
                if (failures.getAndDecrement() > 0) {
                  throw new SQLException("lost", "08006");
                }
              }
            });
    assertFalse(traffic.sendAndWait());
    traffic.sendUntilStored();
    traffic.assertTold();
  }
}
