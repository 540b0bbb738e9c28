package chatroom.storage;

import chatroom.room.Act;
import chatroom.room.AuditEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The table of the audit log. */
final class AuditRows {
  private static final String SELECT =
      "SELECT entry, at, kind, actor_id, actor_name, target_id, target_name, room, detail, hash"
          + " FROM chat_audit WHERE entry ";

  private AuditRows() {}

  /** Those of lower numbers, newest first. */
  static List<AuditEntry> before(Connection connection, long number, int limit)
      throws SQLException {
    return select(connection, "< ? ORDER BY entry DESC LIMIT ?", number, limit);
  }

  /** Those of higher numbers, oldest first. */
  static List<AuditEntry> after(Connection connection, long number, int limit) throws SQLException {
    return select(connection, "> ? ORDER BY entry LIMIT ?", number, limit);
  }

  private static List<AuditEntry> select(
      Connection connection, String which, long number, int limit) throws SQLException {
    List<AuditEntry> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT + which)) {
      select.setLong(1, number);
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(entry(row));
        }
      }
    }
    return found;
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    Act act =
        new Act(
            row.getString(3),
            row.getLong(4),
            StoredText.decode(row.getString(5)),
            row.getLong(6),
            StoredText.decode(row.getString(7)),
            row.getString(8),
            StoredText.decode(row.getString(9)));
    return new AuditEntry(
        row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), act, row.getString(10));
  }

  static void insert(Connection connection, AuditEntry entry) throws SQLException {
    Act act = entry.act();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_audit (entry, at, kind, actor_id, actor_name, target_id,"
                + " target_name, room, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, entry.number());
      insert.setLong(2, entry.at().toEpochMilli());
      insert.setString(3, act.kind());
      insert.setLong(4, act.actorId());
      insert.setString(5, StoredText.encode(act.actorName()));
      insert.setLong(6, act.targetId());
      insert.setString(7, StoredText.encode(act.targetName()));
      insert.setString(8, act.room());
      insert.setString(9, StoredText.encode(act.detail()));
      insert.setString(10, entry.hash());
      insert.executeUpdate();
    }
  }
}
