package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAccessKeysTest extends DatabaseAccessKeysTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::postgres);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }
}
