package chatroom.storage;

import chatroom.contract.UploadsContract;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("installed")
class MariadbUploadsTest extends UploadsContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::mariadb);

  @Override
  protected Store freshStore(ManualClock clock) {
    return DATABASE.fresh(clock);
  }
}
