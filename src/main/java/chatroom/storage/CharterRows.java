package chatroom.storage;

import chatroom.room.Charters.Kept;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the table of rooms says of those that are no private chats, and who was invited. */
final class CharterRows {
  private static final String SELECT =
      "SELECT name, topic, by_invitation, announcement, archived, owner_id, last_seq,"
          + " slow_seconds FROM chat_room LEFT JOIN chat_charter ON room = name WHERE low_user IS NULL";

  private CharterRows() {}

  /** All of them. */
  static List<Kept> all(Connection connection) throws SQLException {
    Map<String, Map<Long, Boolean>> invited = invited(connection);
    Map<String, Map<Long, RoomRole>> roles = RoomRoleRows.all(connection);
    List<Kept> all = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Map<Long, Boolean> guests = invited.getOrDefault(row.getString(1), Map.of());
        Map<Long, RoomRole> given = roles.getOrDefault(row.getString(1), Map.of());
        all.add(new Kept(charter(row), guests, given, row.getLong(7)));
      }
    }
    return all;
  }

  private static RoomCharter charter(ResultSet row) throws SQLException {
    String topic = row.getString(2);
    return new RoomCharter(
        new RoomName(row.getString(1)),
        topic == null ? "" : StoredText.decode(topic),
        row.getInt(3) == 1,
        row.getInt(4) == 1,
        row.getInt(5) == 1,
        row.getLong(6),
        row.getInt(8));
  }

  private static Map<String, Map<Long, Boolean>> invited(Connection connection)
      throws SQLException {
    Map<String, Map<Long, Boolean>> invited = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT room, user_id, may_write FROM chat_member");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        invited
            .computeIfAbsent(row.getString(1), any -> new HashMap<>())
            .put(row.getLong(2), row.getInt(3) == 1);
      }
    }
    return invited;
  }

  /** Makes a room, or makes it as it is to be. */
  static void put(Connection connection, RoomCharter charter) throws SQLException {
    String name = charter.name().value();
    if (RoomRows.find(connection, charter.name()).isEmpty()) {
      RoomRows.insert(connection, List.of(charter.name()));
    }
    delete(connection, name);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_charter"
                + " (room, topic, by_invitation, announcement, archived, owner_id, slow_seconds)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, name);
      insert.setString(2, StoredText.encode(charter.topic()));
      insert.setInt(3, bit(charter.byInvitation()));
      insert.setInt(4, bit(charter.announcement()));
      insert.setInt(5, bit(charter.archived()));
      if (charter.isOfSettings()) {
        insert.setNull(6, Types.BIGINT);
      } else {
        insert.setLong(6, charter.ownerId());
      }
      insert.setInt(7, charter.slowSeconds());
      insert.executeUpdate();
    }
  }

  private static void delete(Connection connection, String name) throws SQLException {
    delete(connection, "chat_charter WHERE room = ?", name);
  }

  /** Nothing is left of a room, unless something was ever stored in it. */
  static void remove(Connection connection, RoomName room) throws SQLException {
    if (RoomRows.find(connection, room).filter(row -> row.lastSeq() == 0).isPresent()) {
      delete(connection, "chat_member WHERE room = ?", room.value());
      delete(connection, "chat_room_role WHERE room = ?", room.value());
      delete(connection, room.value());
      delete(connection, "chat_room WHERE name = ?", room.value());
    }
  }

  private static void delete(Connection connection, String which, String name) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + which)) {
      delete.setString(1, name);
      delete.executeUpdate();
    }
  }

  /** Gives a room another topic. */
  static void setTopic(Connection connection, RoomName room, String topic) throws SQLException {
    put(connection, find(connection, room).withTopic(topic));
  }

  /** Makes a room slower, or faster. */
  static void setSlowMode(Connection connection, RoomName room, int seconds) throws SQLException {
    put(connection, find(connection, room).withSlowSeconds(seconds));
  }

  /** Archives a room, or brings it back. */
  static void setArchived(Connection connection, RoomName room, boolean archived)
      throws SQLException {
    put(connection, find(connection, room).withArchived(archived));
  }

  private static RoomCharter find(Connection connection, RoomName room) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + " AND name = ?")) {
      select.setString(1, room.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? charter(row) : RoomCharter.ofSettings(room);
      }
    }
  }

  /** Invites somebody, or says anew whether they may write. */
  static void invite(Connection connection, RoomName room, long userId, boolean mayWrite)
      throws SQLException {
    uninvite(connection, room, userId);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_member (room, user_id, may_write) VALUES (?, ?, ?)")) {
      insert.setString(1, room.value());
      insert.setLong(2, userId);
      insert.setInt(3, bit(mayWrite));
      insert.executeUpdate();
    }
  }

  /** Invites somebody no more. */
  static void uninvite(Connection connection, RoomName room, long userId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM chat_member WHERE room = ? AND user_id = ?")) {
      delete.setString(1, room.value());
      delete.setLong(2, userId);
      delete.executeUpdate();
    }
  }

  private static int bit(boolean value) {
    return value ? 1 : 0;
  }
}
