package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.MessageSearch.Request;
import chatroom.room.Rejection;
import chatroom.room.SearchQuery;
import chatroom.room.Unavailable;
import chatroom.testing.Eventually;
import chatroom.testing.ManualClock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the version before the search is opened, and its messages are found. */
class SearchMigrationTest {
  @TempDir Path home = Path.of("");

  private void writeOlderFile() throws SQLException {
    try (Database database = Database.file(home.resolve("chat.db"));
        Connection connection = database.writing().getConnection();
        Statement statement = connection.createStatement()) {
      Flyway.configure()
          .dataSource(database.writing())
          .locations("classpath:db/migration/sqlite")
          .table("chat_schema_history")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .target("2")
          .load()
          .migrate();
      statement.execute("INSERT INTO chat_room (name, last_seq, last_id) VALUES ('general', 2, 2)");
      statement.execute(
          "INSERT INTO chat_message (id, seq, room, author_id, author_name, body, sent_at)"
              + " VALUES (1, 1, 'general', 1, 'Ann', 'an old plum', 0),"
              + " (2, 2, 'general', 1, 'Ann', '旧的消息', 0)");
      statement.execute("UPDATE chat_counters SET message_id = 2, messages = 2");
    }
  }

  private static int found(Store store, String query) {
    try {
      Request request =
          new Request(
              SearchQuery.parse(query),
              7,
              (user, room) -> true,
              Optional.empty(),
              Long.MAX_VALUE,
              9);
      return store.search().search(request).messages().size();
    } catch (Rejection | Unavailable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void itsMessagesAreFoundSoonAfterTheStart() throws SQLException {
    writeOlderFile();
    try (Store store =
        DatabaseStore.file(
            home.resolve("chat.db"), SharedDatabase.TERMS, new ManualClock(), "test")) {
      Eventually.until("the older ones are found", () -> found(store, "消息") == 1);
      assertEquals(1, found(store, "plum"));
      new Traffic(store.messages()).sendUntilStored();
      assertEquals(1, found(store, "m1"));
    }
  }
}
