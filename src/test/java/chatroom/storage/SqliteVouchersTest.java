package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteVouchersTest extends DatabaseVouchersTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }
}
