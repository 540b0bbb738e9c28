package chatroom.storage;

import chatroom.room.Notes.Kept;
import chatroom.room.RoomName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The tables of what users keep for themselves; there are rows for those alone who may return. */
final class NoteRows {
  /** Whom there may be rows for: has two places for the user's number. */
  private static final String LASTING =
      " FROM (SELECT id FROM chat_guest WHERE id = ?"
          + " UNION SELECT user_id FROM chat_account WHERE user_id = ?) AS lasting";

  private NoteRows() {}

  static Kept find(Connection connection, long userId) throws SQLException {
    return new Kept(marks(connection, userId), ignored(connection, userId));
  }

  private static Map<RoomName, Long> marks(Connection connection, long userId) throws SQLException {
    Map<RoomName, Long> marks = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT room, seq FROM chat_mark WHERE user_id = ?")) {
      select.setLong(1, userId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          marks.put(new RoomName(row.getString(1)), row.getLong(2));
        }
      }
    }
    return marks;
  }

  private static Set<Long> ignored(Connection connection, long userId) throws SQLException {
    Set<Long> ignored = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT ignored_id FROM chat_ignore WHERE user_id = ?")) {
      select.setLong(1, userId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ignored.add(row.getLong(1));
        }
      }
    }
    return ignored;
  }

  /** Moves marks up: what is below one that is there changes nothing. */
  static void mark(Connection connection, Collection<Entry.Marking> marks) throws SQLException {
    try (PreparedStatement update =
            connection.prepareStatement(
                "UPDATE chat_mark SET seq = CASE WHEN seq < ? THEN ? ELSE seq END"
                    + " WHERE user_id = ? AND room = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO chat_mark (user_id, room, seq)" + " SELECT id, ?, ?" + LASTING)) {
      for (Entry.Marking mark : marks) {
        update.setLong(1, mark.seq());
        update.setLong(2, mark.seq());
        update.setLong(3, mark.userId());
        update.setString(4, mark.room().value());
        if (update.executeUpdate() == 0) {
          insert.setString(1, mark.room().value());
          insert.setLong(2, mark.seq());
          insert.setLong(3, mark.userId());
          insert.setLong(4, mark.userId());
          insert.executeUpdate();
        }
      }
    }
  }

  /** Who is ignored already is not there twice. */
  static void ignore(Connection connection, Collection<Entry.Ignoring> changes)
      throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM chat_ignore WHERE user_id = ? AND ignored_id = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO chat_ignore (user_id, ignored_id)" + " SELECT id, ?" + LASTING)) {
      for (Entry.Ignoring change : changes) {
        delete.setLong(1, change.userId());
        delete.setLong(2, change.otherId());
        delete.executeUpdate();
        if (change.on()) {
          insert.setLong(1, change.otherId());
          insert.setLong(2, change.userId());
          insert.setLong(3, change.userId());
          insert.executeUpdate();
        }
      }
    }
  }
}
