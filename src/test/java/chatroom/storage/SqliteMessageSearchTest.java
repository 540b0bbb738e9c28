package chatroom.storage;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteMessageSearchTest extends DatabaseSearchContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }

  @Override
  String endlessQuestion() {
    return "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) FROM n";
  }
}
