package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAuditCommandTest extends AuditCommandTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::postgres);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }

  @Override
  String url() {
    return TestDatabases.postgresUrl();
  }
}
