package chatroom.storage;

import chatroom.room.AuditEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Reads the whole audit log of a database, beside a chat that may use it, and tells whether each
 * entry fits the one before. It changes nothing, and holds {@value #PAGE} entries at a time.
 *
 * <p>Thread safety: for one thread.
 */
public final class AuditCheck {
  /** How many entries are read at once. */
  static final int PAGE = 1_000;

  private static final String WHAT = "The audit log";

  /**
   * An entry that somebody has noted.
   *
   * @param number from 1
   */
  public record Noted(long number, String hash) {}

  /**
   * What was found.
   *
   * @param count how many entries fit, from the first on
   * @param head the hash of the last of them; 64 zeros if there is none
   * @param fault what is wrong with the first that does not fit; empty if all do
   */
  public record Outcome(long count, String head, Optional<String> fault) {}

  private final Connection connection;
  private final Optional<Noted> noted;
  private long count;
  private String head = AuditChain.GENESIS;
  private Optional<String> fault = Optional.empty();

  private AuditCheck(Connection connection, Optional<Noted> noted) {
    this.connection = connection;
    this.noted = noted;
  }

  /**
   * Looks at the file of SQLite.
   *
   * @throws StoreException if it cannot be read
   */
  public static Outcome file(Path file, Optional<Noted> noted) {
    return look(Beside.file(file, WHAT), noted);
  }

  /**
   * Looks at the database of a JDBC URL, which holds user and password if these are needed.
   *
   * @throws StoreException if it cannot be read
   */
  public static Outcome url(String jdbcUrl, Optional<Noted> noted) {
    return look(Beside.url(jdbcUrl, WHAT), noted);
  }

  private static Outcome look(Connection opened, Optional<Noted> noted) {
    try (Connection connection = opened) {
      return new AuditCheck(connection, noted).look();
    } catch (SQLException e) {
      throw Beside.unreadable(WHAT, e);
    }
  }

  private Outcome look() throws SQLException {
    List<AuditEntry> page = AuditRows.after(connection, Long.MIN_VALUE, PAGE);
    while (!page.isEmpty() && fault.isEmpty()) {
      page.stream().takeWhile(entry -> fault.isEmpty()).forEach(this::add);
      page = AuditRows.after(connection, page.get(page.size() - 1).number(), PAGE);
    }
    if (fault.isEmpty()) {
      fault =
          noted
              .filter(it -> it.number() > count)
              .map(it -> "Entry " + it.number() + " is not there, and was noted: the end is gone");
    }
    return new Outcome(count, head, fault);
  }

  private void add(AuditEntry entry) {
    long next = count + 1;
    if (entry.number() != next) {
      fault =
          Optional.of("Entry " + next + " is not there: " + entry.number() + " is in its place");
    } else if (!AuditChain.fits(head, entry)) {
      fault =
          Optional.of("Entry " + next + " does not fit: it, or what it comes after, was changed");
    } else if (noted.filter(it -> isAnother(it, entry)).isPresent()) {
      fault = Optional.of("Entry " + next + " is another than was noted: all was computed anew");
    } else {
      count = next;
      head = entry.hash();
    }
  }

  private static boolean isAnother(Noted noted, AuditEntry entry) {
    return noted.number() == entry.number() && !noted.hash().equals(entry.hash());
  }
}
