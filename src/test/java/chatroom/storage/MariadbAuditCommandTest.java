package chatroom.storage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("installed")
class MariadbAuditCommandTest extends AuditCommandTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::mariadb);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }

  @Override
  String url() {
    return TestDatabases.mariadbUrl();
  }
}
