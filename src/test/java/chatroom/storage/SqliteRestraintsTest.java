package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteRestraintsTest extends DatabaseRestraintsTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }
}
