package chatroom.storage;

import chatroom.contract.UnreadContract;
import chatroom.room.MessageLog;
import chatroom.room.Unread;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("installed")
class MariadbUnreadTest extends UnreadContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::mariadb);

  @Override
  protected MessageLog freshLog() {
    return DATABASE.fresh(new ManualClock()).messages();
  }

  @Override
  protected Unread.Counter counter() {
    return DATABASE.store().unread();
  }
}
