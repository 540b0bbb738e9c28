package chatroom.storage;

import chatroom.contract.ArchiveContract;
import chatroom.room.Archive;
import chatroom.room.MessageLog;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("installed")
class MariadbArchiveTest extends ArchiveContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::mariadb);

  @Override
  protected MessageLog freshLog(ManualClock dating) {
    return DATABASE.fresh(dating).messages();
  }

  @Override
  protected Archive archive() {
    return DATABASE.store().archive();
  }
}
