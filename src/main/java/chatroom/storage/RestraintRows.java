package chatroom.storage;

import chatroom.room.Restraint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of who is banned and who is muted. */
final class RestraintRows {
  private RestraintRows() {}

  static List<Restraint> all(Connection connection) throws SQLException {
    List<Restraint> all = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT kind, user_id, user_name, addresses, since_at, until_at, reason, by_id,"
                    + " by_name FROM chat_restraint ORDER BY since_at, user_id, kind");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.add(restraint(row));
      }
    }
    return all;
  }

  private static Restraint restraint(ResultSet row) throws SQLException {
    long until = row.getLong(6);
    Optional<Instant> end =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until));
    return new Restraint(
        Restraint.Kind.valueOf(row.getString(1)),
        row.getLong(2),
        StoredText.decode(row.getString(3)),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)),
        end,
        StoredText.decode(row.getString(7)),
        row.getLong(8),
        StoredText.decode(row.getString(9)));
  }

  /** Those that hold no more go. */
  static void impose(Connection connection, Restraint it) throws SQLException {
    lift(connection, it.kind(), it.userId());
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM chat_restraint WHERE until_at <= ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO chat_restraint (kind, user_id, user_name, addresses, since_at,"
                    + " until_at, reason, by_id, by_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      delete.setLong(1, it.since().toEpochMilli());
      delete.executeUpdate();
      insert.setString(1, it.kind().name());
      insert.setLong(2, it.userId());
      insert.setString(3, StoredText.encode(it.userName()));
      insert.setString(4, it.addresses());
      insert.setLong(5, it.since().toEpochMilli());
      if (it.until().isPresent()) {
        insert.setLong(6, it.until().get().toEpochMilli());
      } else {
        insert.setNull(6, Types.BIGINT);
      }
      insert.setString(7, StoredText.encode(it.reason()));
      insert.setLong(8, it.byId());
      insert.setString(9, StoredText.encode(it.byName()));
      insert.executeUpdate();
    }
  }

  static void lift(Connection connection, Restraint.Kind kind, long userId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM chat_restraint WHERE kind = ? AND user_id = ?")) {
      delete.setString(1, kind.name());
      delete.setLong(2, userId);
      delete.executeUpdate();
    }
  }
}
