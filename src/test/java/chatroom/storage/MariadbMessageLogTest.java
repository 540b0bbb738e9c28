package chatroom.storage;

import chatroom.contract.MessageLogContract;
import chatroom.room.MessageLog;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("installed")
class MariadbMessageLogTest extends MessageLogContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::mariadb);

  @Override
  protected MessageLog freshLog() {
    return DATABASE.fresh(new ManualClock()).messages();
  }
}
