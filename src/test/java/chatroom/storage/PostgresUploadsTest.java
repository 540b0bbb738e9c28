package chatroom.storage;

import chatroom.contract.UploadsContract;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresUploadsTest extends UploadsContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::postgres);

  @Override
  protected Store freshStore(ManualClock clock) {
    return DATABASE.fresh(clock);
  }
}
