package chatroom.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether a file of SQLite is whole if it was not closed the last time: {@code chat.db.open}
 * lies beside it from its opening to its closing.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class FileCheck {
  private static final Logger log = LoggerFactory.getLogger(FileCheck.class);
  private static final String WHOLE = "ok";

  private final Database database;
  private final Path mark;

  FileCheck(Database database) {
    this.database = database;
    this.mark = Path.of(database.place() + ".open");
  }

  /**
   * Marks the file as open, after a quick look at it if it already was.
   *
   * @return whether it already was
   * @throws StoreException if it is damaged
   */
  boolean begin() {
    boolean unclean = Files.exists(mark);
    if (unclean) {
      log.info("{} was not closed the last time and is looked at", database.place());
      String found = ask("PRAGMA quick_check(1)");
      if (!found.equals(WHOLE)) {
        throw new StoreException(damage(database.place(), found));
      }
    }
    try {
      Files.write(mark, new byte[0]);
    } catch (IOException e) {
      throw new StoreException(mark + " cannot be written: " + e);
    }
    return unclean;
  }

  /** Looks at all of it, which takes its time, and logs what is found. */
  void wholly() {
    String found = ask("PRAGMA integrity_check(1)");
    if (found.equals(WHOLE)) {
      log.info("{} is whole", database.place());
    } else {
      log.error("{}", damage(database.place(), found));
    }
  }

  /** What to do about a damaged file. */
  static String damage(String place, String found) {
    return place
        + " is damaged: move it away, and put a copy from before in its place ("
        + found.lines().findFirst().orElse("")
        + ")";
  }

  private String ask(String pragma) {
    try (Connection connection = database.reading().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(pragma)) {
      return row.next() ? row.getString(1) : "no answer";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The file is closed by everybody; what stands beside it moves into it. */
  void end() {
    try (Connection last = database.writing().getConnection();
        Statement statement = last.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      log.warn("{} keeps a file beside it: {}", database.place(), e.toString());
    }
    try {
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      log.warn("{} stays, so the file will be looked at: {}", mark, e.toString());
    }
  }
}
