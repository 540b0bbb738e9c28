package chatroom.storage;

import chatroom.room.Unread;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;

/** Counts what somebody has not read. */
final class UnreadRows {
  private UnreadRows() {}

  static Unread count(Connection connection, Unread.Query query) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COUNT(*), COUNT(mentioned) FROM (SELECT CASE WHEN mentions LIKE ?"
                + " OR mentions LIKE ? THEN 1 END AS mentioned"
                + " FROM (SELECT author_id, mentions, deleted_at FROM chat_message"
                + " WHERE room = ? AND seq > ? AND id <= ? ORDER BY seq DESC LIMIT ?) AS newest"
                + " WHERE deleted_at IS NULL AND author_id NOT IN ("
                + String.join(", ", Collections.nCopies(1 + query.ignored().size(), "?"))
                + ") LIMIT ?) AS counted")) {
      int index = 1;
      select.setString(index++, naming(query.userId()));
      select.setString(index++, naming(StoredMentions.EVERYBODY));
      select.setString(index++, query.room().value());
      select.setLong(index++, query.after());
      select.setLong(index++, query.asOf());
      select.setInt(index++, Unread.LOOKED_AT);
      select.setLong(index++, query.userId());
      for (long ignored : query.ignored()) {
        select.setLong(index++, ignored);
      }
      select.setInt(index, Unread.MOST);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? new Unread(row.getInt(1), row.getInt(2)) : new Unread(0, 0);
      }
    }
  }

  private static String naming(long userId) {
    return "%," + userId + ",%";
  }
}
