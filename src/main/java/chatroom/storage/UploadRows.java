package chatroom.storage;

import chatroom.room.RoomName;
import chatroom.room.Uploads.Outcome;
import chatroom.room.Uploads.Quota;
import chatroom.room.Uploads.Upload;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of uploads, and what they take in all. */
final class UploadRows {
  /** Messages that are too old go from the lowest number on. */
  private static final String FIND_GOING =
      "SELECT id, bytes FROM chat_upload WHERE message_id IS NULL AND uploaded_at < ?"
          + " UNION ALL SELECT id, bytes FROM chat_upload WHERE message_id <"
          + " (SELECT COALESCE(MIN(m.id), 9007199254740992) FROM chat_message m) LIMIT ?";

  private record Going(String id, long bytes) {}

  private UploadRows() {}

  static Outcome add(Connection connection, Upload upload, Quota quota, Instant now)
      throws SQLException {
    Outcome outcome = wouldAdd(connection, upload.userId(), upload.bytes(), quota);
    if (outcome == Outcome.KEPT) {
      insert(connection, upload, now);
      changeTotal(connection, upload.bytes());
    }
    return outcome;
  }

  static Outcome wouldAdd(Connection connection, long userId, long bytes, Quota quota)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT bytes, (SELECT COALESCE(SUM(bytes), 0) FROM chat_upload WHERE user_id = ?)"
                + " FROM chat_upload_total")) {
      select.setLong(1, userId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("the table chat_upload_total is empty");
        } else if (row.getLong(2) + bytes > quota.ofUser()) {
          return Outcome.USER_IS_FULL;
        }
        return row.getLong(1) + bytes > quota.ofAll() ? Outcome.ALL_IS_FULL : Outcome.KEPT;
      }
    }
  }

  private static void insert(Connection connection, Upload upload, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_upload (id, room, user_id, media_type, bytes, uploaded_at)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, upload.id());
      insert.setString(2, upload.room().value());
      insert.setLong(3, upload.userId());
      insert.setString(4, upload.mediaType());
      insert.setLong(5, upload.bytes());
      insert.setLong(6, now.toEpochMilli());
      insert.executeUpdate();
    }
  }

  private static void changeTotal(Connection connection, long bytes) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE chat_upload_total SET bytes = bytes + ?")) {
      update.setLong(1, bytes);
      update.executeUpdate();
    }
  }

  static Optional<Upload> find(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, room, user_id, media_type, bytes FROM chat_upload WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Upload(
                    row.getString(1),
                    new RoomName(row.getString(2)),
                    row.getLong(3),
                    row.getString(4),
                    row.getLong(5)))
            : Optional.empty();
      }
    }
  }

  /** Whether there is such an upload of that room, which no message shows yet. */
  static boolean isFree(Connection connection, RoomName room, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT room FROM chat_upload WHERE id = ? AND message_id IS NULL")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getString(1).equals(room.value());
      }
    }
  }

  /** From now on it goes with that message. */
  static void name(Connection connection, String id, long messageId) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE chat_upload SET message_id = ? WHERE id = ?")) {
      update.setLong(1, messageId);
      update.setString(2, id);
      update.executeUpdate();
    }
  }

  /**
   * Deletes what goes with a message.
   *
   * @return those that went
   */
  static List<String> deleteWith(Connection connection, long messageId) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id, bytes FROM chat_upload WHERE message_id = ?")) {
      select.setLong(1, messageId);
      return delete(connection, going(select));
    }
  }

  /**
   * Deletes what no message names, or none that is still there.
   *
   * @param unnamedBefore what came before that and was never named goes
   * @param limit the most of them
   * @return those that went
   */
  static List<String> deleteLeft(Connection connection, Instant unnamedBefore, int limit)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND_GOING)) {
      select.setLong(1, unnamedBefore.toEpochMilli());
      select.setInt(2, limit);
      return delete(connection, going(select));
    }
  }

  private static List<Going> going(PreparedStatement select) throws SQLException {
    List<Going> going = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        going.add(new Going(row.getString(1), row.getLong(2)));
      }
    }
    return going;
  }

  private static List<String> delete(Connection connection, List<Going> going) throws SQLException {
    if (going.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM chat_upload WHERE id = ?")) {
      for (Going upload : going) {
        delete.setString(1, upload.id());
        delete.addBatch();
      }
      delete.executeBatch();
    }
    changeTotal(connection, -going.stream().mapToLong(Going::bytes).sum());
    return going.stream().map(Going::id).toList();
  }
}
