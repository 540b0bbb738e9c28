package chatroom.storage;

import chatroom.room.RoomName;
import chatroom.room.RoomRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of what users are in rooms; who is not there is a member. */
final class RoomRoleRows {
  private RoomRoleRows() {}

  /** By room and user. */
  static Map<String, Map<Long, RoomRole>> all(Connection connection) throws SQLException {
    Map<String, Map<Long, RoomRole>> roles = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT room, user_id, role FROM chat_room_role");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        roles
            .computeIfAbsent(row.getString(1), any -> new HashMap<>())
            .put(row.getLong(2), RoomRole.valueOf(row.getString(3)));
      }
    }
    return roles;
  }

  /** Somebody is that from now on. */
  static void set(Connection connection, RoomName room, long userId, RoomRole role)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM chat_room_role WHERE room = ? AND user_id = ?")) {
      delete.setString(1, room.value());
      delete.setLong(2, userId);
      delete.executeUpdate();
    }
    if (role != RoomRole.MEMBER) {
      insert(connection, room, userId, role);
    }
  }

  private static void insert(Connection connection, RoomName room, long userId, RoomRole role)
      throws SQLException {
    if (RoomRows.find(connection, room).isEmpty()) {
      RoomRows.insert(connection, List.of(room));
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_room_role (room, user_id, role) VALUES (?, ?, ?)")) {
      insert.setString(1, room.value());
      insert.setLong(2, userId);
      insert.setString(3, role.name());
      insert.executeUpdate();
    }
  }

  /** Somebody is no moderator of the room any more. */
  static void unname(Connection connection, RoomName room, long userId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM chat_room_role WHERE room = ? AND user_id = ? AND role = ?")) {
      delete.setString(1, room.value());
      delete.setLong(2, userId);
      delete.setString(3, RoomRole.MODERATOR.name());
      delete.executeUpdate();
    }
  }
}
