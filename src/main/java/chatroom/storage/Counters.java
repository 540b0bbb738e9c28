package chatroom.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The newest numbers that were given.
 *
 * @param eventId of the newest event; 0 before the first
 * @param userId of the newest user; 0 before the first
 * @param messages how many messages there are
 */
record Counters(long eventId, long userId, long messages) {
  static Counters read(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT message_id, user_id, messages FROM chat_counters");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the table chat_counters is empty");
      }
      return new Counters(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  /** Waits until nobody else is changing them, and nobody can until the transaction ends. */
  static void lock(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE chat_counters SET messages = messages")) {
      update.executeUpdate();
    }
  }

  void write(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE chat_counters SET message_id = ?, user_id = ?, messages = ?")) {
      update.setLong(1, eventId);
      update.setLong(2, userId);
      update.setLong(3, messages);
      update.executeUpdate();
    }
  }

  Counters withMessage() {
    return new Counters(eventId + 1, userId, messages + 1);
  }

  Counters withChange() {
    return new Counters(eventId + 1, userId, messages);
  }

  Counters withUser() {
    return new Counters(eventId, userId + 1, messages);
  }

  Counters without(long deleted) {
    return new Counters(eventId, userId, messages - deleted);
  }
}
