package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file in the home: what it promises, and what is said when it cannot. */
class SqliteFileTest {
  @TempDir Path home = Path.of("");

  private Path file() {
    return home.resolve("chat.db");
  }

  private Store open() {
    return DatabaseStore.file(file(), SharedDatabase.TERMS, new ManualClock(), "test");
  }

  private static String ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      return row.getString(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String refusal() {
    return String.valueOf(assertThrows(StoreException.class, this::open).getMessage());
  }

  @Test
  void theConnectionThatWritesWaitsForTheDisk() throws SQLException {
    try (Database database = Database.file(file());
        Connection writing = database.writing().getConnection()) {
      assertEquals("wal", ask(writing, "PRAGMA journal_mode"));
      assertEquals("2", ask(writing, "PRAGMA synchronous"));
      assertEquals("1", ask(writing, "PRAGMA foreign_keys"));
    }
  }

  @Test
  void thoseThatReadCannotWrite() throws SQLException {
    try (Database database = Database.file(file());
        Connection reading = database.reading().getConnection();
        Statement statement = reading.createStatement()) {
      assertThrows(SQLException.class, () -> statement.execute("CREATE TABLE x (y)"));
    }
  }

  @Test
  void numbersGoOnAfterARestart() throws Unavailable {
    try (Store store = open()) {
      Traffic traffic = new Traffic(store.messages());
      for (int i = 0; i < 5; i++) {
        assertTrue(traffic.sendAndWait());
      }
    }
    try (Store store = open()) {
      assertEquals(5, store.messages().lastId());
      assertEquals(5, store.messages().stored());
      Traffic sameAgain = new Traffic(store.messages());
      for (int i = 0; i < 7; i++) {
        assertTrue(sameAgain.sendAndWait());
      }
      // The first five were known by their marks.
      sameAgain.assertTold();
    }
  }

  @Test
  void tablesOfANewerVersionAreRefused() throws SQLException {
    open().close();
    execute(
        "INSERT INTO chat_schema_history SELECT 99, '99', 'later', type, 'V99__later.sql',"
            + " checksum, installed_by, installed_on, execution_time, success"
            + " FROM chat_schema_history WHERE version = '1'");

    String refusal = refusal();

    assertTrue(refusal.startsWith(file() + " was written by a newer version"), refusal);
    assertTrue(refusal.contains("99"), refusal);
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(file(), "This is no database. ".repeat(1_000));

    assertTrue(refusal().startsWith(file() + " cannot be opened: "), refusal());
  }

  @Test
  void aDamagedFileThatWasNotClosedIsRefused() throws Exception {
    try (Store store = open()) {
      Traffic traffic = new Traffic(store.messages());
      for (int i = 0; i < 500; i++) {
        traffic.send();
      }
      traffic.assertTold();
    }
    Files.createFile(home.resolve("chat.db.open"));
    try (RandomAccessFile damaged = new RandomAccessFile(file().toFile(), "rw")) {
      for (long page = 4; page * 4096 < damaged.length(); page++) {
        damaged.seek(page * 4096);
        damaged.write(new byte[2_000]);
      }
    }

    String refusal = refusal();

    assertTrue(refusal.startsWith(file() + " is damaged: "), refusal);
  }

  @Test
  void aWholeFileThatWasNotClosedIsOpened() throws IOException {
    open().close();
    assertTrue(Files.notExists(home.resolve("chat.db.open")));
    Files.createFile(home.resolve("chat.db.open"));

    try (Store store = open()) {
      assertTrue(new Traffic(store.messages()).sendAndWait());
    }
  }

  @Test
  void aCopyTakenWhileMessagesAreWrittenIsWhole() throws Exception {
    Path copy = home.resolve("copy.db");
    try (Store store = open()) {
      Traffic traffic = new Traffic(store.messages());
      for (int i = 0; i < 100; i++) {
        assertTrue(traffic.sendAndWait());
      }
      for (int i = 0; i < 1_000; i++) {
        traffic.send();
      }
      execute("VACUUM INTO '" + copy + "'");
      traffic.assertTold();
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
      assertEquals("ok", ask(connection, "PRAGMA integrity_check"));
    }
    try (Store copied = DatabaseStore.file(copy, SharedDatabase.TERMS, new ManualClock(), "test")) {
      assertTrue(copied.messages().lastId() >= 100);
      assertEquals(copied.messages().lastId(), copied.messages().stored());
      assertEquals(
          copied.messages().lastId(),
          copied
              .messages()
              .read(
                  new chatroom.room.HistoryQuery(
                      RoomName.GENERAL,
                      chatroom.room.HistoryQuery.Direction.AFTER,
                      0,
                      10_000,
                      Long.MAX_VALUE))
              .events()
              .size());
    }
  }
}
