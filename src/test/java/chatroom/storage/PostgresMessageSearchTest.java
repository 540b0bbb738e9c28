package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresMessageSearchTest extends DatabaseSearchContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::postgres);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }

  @Override
  String endlessQuestion() {
    return "SELECT 1 FROM pg_sleep(600)";
  }
}
