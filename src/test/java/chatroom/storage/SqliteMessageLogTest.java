package chatroom.storage;

import chatroom.contract.MessageLogContract;
import chatroom.room.MessageLog;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteMessageLogTest extends MessageLogContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  @Override
  protected MessageLog freshLog() {
    return DATABASE.fresh(new ManualClock()).messages();
  }
}
