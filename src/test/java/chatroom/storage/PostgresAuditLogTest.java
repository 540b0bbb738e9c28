package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAuditLogTest extends DatabaseAuditLogTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::postgres);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }
}
