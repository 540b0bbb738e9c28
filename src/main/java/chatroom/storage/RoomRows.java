package chatroom.storage;

import chatroom.room.RoomName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table of rooms, which outlive their messages. */
final class RoomRows {
  private static final String LAST_SEQ =
      "SELECT * FROM (SELECT seq FROM %s WHERE room = ? AND id <= ? ORDER BY seq DESC LIMIT 1)"
          + " AS newest_of_kind";

  private static final String FIRST_SEQ = "SELECT MIN(seq) AS seq FROM %s WHERE room = ?";

  /**
   * A room that was written in.
   *
   * @param lastSeq of its newest event
   * @param lastId of its newest event
   */
  record Row(RoomName name, long lastSeq, long lastId) {}

  private RoomRows() {}

  static Optional<Row> find(Connection connection, RoomName name) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT last_seq, last_id FROM chat_room WHERE name = ?")) {
      select.setString(1, name.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Row(name, row.getLong(1), row.getLong(2)))
            : Optional.empty();
      }
    }
  }

  static void insert(Connection connection, Collection<RoomName> rooms) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_room (name, last_seq, last_id, low_user, high_user)"
                + " VALUES (?, 0, 0, ?, ?)")) {
      for (RoomName room : rooms) {
        insert.setString(1, room.value());
        if (room.isPrivate()) {
          // Seen by anybody else, the other one is the lower number.
          long low = room.other(0);
          insert.setLong(2, low);
          insert.setLong(3, room.other(low));
        } else {
          insert.setNull(2, Types.BIGINT);
          insert.setNull(3, Types.BIGINT);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static void update(Connection connection, Collection<Row> rooms) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE chat_room SET last_seq = ?, last_id = ? WHERE name = ?")) {
      for (Row room : rooms) {
        update.setLong(1, room.lastSeq());
        update.setLong(2, room.lastId());
        update.setString(3, room.name().value());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** The number of the room's newest event as of then; 0 if there was none. */
  static long lastSeq(Connection connection, RoomName name, long asOf) throws SQLException {
    Optional<Row> room = find(connection, name);
    if (room.isEmpty() || room.get().lastId() <= asOf) {
      return room.map(Row::lastSeq).orElse(0L);
    }
    // If none is left from then, the oldest that is left came next.
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COALESCE((SELECT MAX(seq) FROM ("
                + LAST_SEQ.formatted("chat_message")
                + " UNION ALL "
                + LAST_SEQ.formatted("chat_change")
                + ") AS newest), (SELECT MIN(seq) - 1 FROM ("
                + FIRST_SEQ.formatted("chat_message")
                + " UNION ALL "
                + FIRST_SEQ.formatted("chat_change")
                + ") AS oldest), 0)")) {
      for (int i = 1; i <= 3; i += 2) {
        select.setString(i, name.value());
        select.setLong(i + 1, asOf);
      }
      select.setString(5, name.value());
      select.setString(6, name.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /** The private chats of a user that have messages, the one with the newest first. */
  static List<RoomName> privateChatsOf(Connection connection, long userId, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT name FROM chat_room WHERE (low_user = ? OR high_user = ?)"
                + " AND EXISTS (SELECT 1 FROM chat_message WHERE room = name)"
                + " ORDER BY last_id DESC LIMIT ?")) {
      select.setLong(1, userId);
      select.setLong(2, userId);
      select.setInt(3, limit);
      List<RoomName> names = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          names.add(new RoomName(row.getString(1)));
        }
      }
      return names;
    }
  }
}
