package chatroom.storage;

import chatroom.contract.ChartersContract;
import chatroom.room.Charters;
import chatroom.room.MessageLog;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("installed")
class MariadbChartersTest extends ChartersContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::mariadb);

  private final ManualClock clock = new ManualClock();

  @Override
  protected void startEmpty() {
    DATABASE.fresh(clock);
  }

  @Override
  protected Charters reopened() {
    return DATABASE.reopened(clock).rooms();
  }

  @Override
  protected Charters charters() {
    return DATABASE.store().rooms();
  }

  @Override
  protected MessageLog log() {
    return DATABASE.store().messages();
  }
}
