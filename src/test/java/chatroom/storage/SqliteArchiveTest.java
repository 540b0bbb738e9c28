package chatroom.storage;

import chatroom.contract.ArchiveContract;
import chatroom.room.Archive;
import chatroom.room.MessageLog;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteArchiveTest extends ArchiveContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  @Override
  protected MessageLog freshLog(ManualClock dating) {
    return DATABASE.fresh(dating).messages();
  }

  @Override
  protected Archive archive() {
    return DATABASE.store().archive();
  }
}
