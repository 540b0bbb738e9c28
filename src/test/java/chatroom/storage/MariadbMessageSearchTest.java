package chatroom.storage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("installed")
class MariadbMessageSearchTest extends DatabaseSearchContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::mariadb);

  @Override
  SharedDatabase database() {
    return DATABASE;
  }

  @Override
  String endlessQuestion() {
    return "SELECT COUNT(*) FROM seq_1_to_1000000 a, seq_1_to_1000000 b WHERE a.seq * b.seq = 7";
  }
}
