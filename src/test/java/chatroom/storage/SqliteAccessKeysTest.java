package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAccessKeysTest extends DatabaseAccessKeysTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }
}
