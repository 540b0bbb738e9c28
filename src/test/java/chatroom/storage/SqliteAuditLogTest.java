package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAuditLogTest extends DatabaseAuditLogTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }
}
