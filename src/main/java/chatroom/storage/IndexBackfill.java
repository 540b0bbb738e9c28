package chatroom.storage;

import chatroom.room.ChatMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings into the full text index what was stored before there was one: the newest first, and a
 * little at a time, so that nobody who writes waits for long. How far it is stands in the database.
 */
final class IndexBackfill {
  /** How much is brought at once. */
  static final int STEP = 200;

  private IndexBackfill() {}

  /** Brings a little of it; whether there is more. */
  static boolean step(Connection connection, TextIndex index) throws SQLException {
    long begin = begin(connection);
    if (begin == 0) {
      return false;
    }
    List<ChatMessage> messages = MessageRows.before(connection, begin, STEP);
    index.replace(connection, messages.stream().filter(it -> !it.isDeleted()).toList());
    boolean more = messages.size() == STEP;
    setBegin(connection, more ? messages.get(STEP - 1).id() : 0);
    return more;
  }

  private static long begin(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT begins_at FROM chat_search");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void setBegin(Connection connection, long begin) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE chat_search SET begins_at = ?")) {
      update.setLong(1, begin);
      update.executeUpdate();
    }
  }
}
