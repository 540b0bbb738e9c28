package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRestraintsTest extends DatabaseRestraintsTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::postgres);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }
}
