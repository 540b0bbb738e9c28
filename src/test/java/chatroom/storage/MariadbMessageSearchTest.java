package chatroom.storage;

import java.sql.SQLException;
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

  /**
   * Brings the index from memory to the disk. InnoDB does so by itself after some two thousand
   * messages, and clears its memory before that transaction is committed: whoever asks in between
   * finds less.
   */
  @Override
  void settle() {
    try {
      execute(
          "SET GLOBAL innodb_optimize_fulltext_only = ON",
          "OPTIMIZE TABLE chat_message_fts",
          "SET GLOBAL innodb_optimize_fulltext_only = OFF");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  String endlessQuestion() {
    return "SELECT COUNT(*) FROM seq_1_to_1000000 a, seq_1_to_1000000 b WHERE a.seq * b.seq = 7";
  }
}
