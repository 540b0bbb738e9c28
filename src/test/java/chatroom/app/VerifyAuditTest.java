package chatroom.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.storage.DatabaseStore;
import chatroom.storage.StoreTerms;
import chatroom.testing.ManualClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyAuditTest {
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @TempDir private Path home = Path.of("");

  private int run(String... arguments) {
    return VerifyAudit.run(arguments, new PrintStream(told, true, UTF_8));
  }

  private void log() {
    StoreTerms terms = new StoreTerms(Duration.ofDays(1), Optional.empty());
    DatabaseStore.file(home.resolve("chat.db"), terms, new ManualClock(), "test").close();
  }

  @Test
  void aWholeLogEndsWithZeroAndWhatToNote() {
    log();

    assertEquals(0, run("--home", home.toString()));
    assertTrue(told.toString(UTF_8).contains("To note: 0:" + "0".repeat(64)));
    assertEquals(0, run("--jdbc-url", "jdbc:sqlite:" + home.resolve("chat.db")));
  }

  @Test
  void aBrokenLogEndsWithOneAndTheNumberOfTheEntry() throws SQLException {
    log();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("chat.db"));
        Statement meddling = connection.createStatement()) {
      meddling.execute("INSERT INTO chat_audit VALUES (1, 0, 'kick', 1, '', 1, '', '', '', '')");
    }

    assertEquals(1, run("--home", home.toString()));
    assertTrue(told.toString(UTF_8).startsWith("BROKEN. Entry 1 does not fit"));
  }

  @Test
  void aNotedEntryThatIsGoneEndsWithOne() {
    log();

    assertEquals(1, run("--home", home.toString(), "--noted", "3:" + "a".repeat(64)));
  }

  @Test
  void whatCannotBeReadOrUnderstoodEndsWithTwo() {
    assertEquals(2, run("--home", home.toString()));
    assertEquals(2, run());
    assertEquals(2, run("--home"));
    assertEquals(2, run("--else", "x"));
    assertEquals(2, run("--home", home.toString(), "--jdbc-url", "jdbc:sqlite:x"));
    assertEquals(2, run("--home", home.toString(), "--noted", "3"));
    assertTrue(told.toString(UTF_8).contains("VerifyAudit (--home DIR"));
  }
}
