package chatroom.storage;

import chatroom.room.Reacted;
import chatroom.room.Reaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of reactions that are there now; they go with their message. */
final class ReactionRows {
  private ReactionRows() {}

  static void insert(Connection connection, Reacted reacted) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_reaction (message_id, emoji, user_id, event_id)"
                + " VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, reacted.messageId());
      insert.setString(2, reacted.emoji());
      insert.setLong(3, reacted.authorId());
      insert.setLong(4, reacted.id());
      insert.executeUpdate();
    }
  }

  static void delete(Connection connection, Reacted reacted) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM chat_reaction WHERE message_id = ? AND emoji = ? AND user_id = ?")) {
      delete.setLong(1, reacted.messageId());
      delete.setString(2, reacted.emoji());
      delete.setLong(3, reacted.authorId());
      delete.executeUpdate();
    }
  }

  /** Deletes all reactions to a message. */
  static void delete(Connection connection, long messageId) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM chat_reaction WHERE message_id = ?")) {
      delete.setLong(1, messageId);
      delete.executeUpdate();
    }
  }

  /**
   * The reactions to messages, by the message's number, the oldest emoji first.
   *
   * @param readerId whose own are marked so
   */
  static Map<Long, List<Reaction>> of(
      Connection connection, Collection<Long> messageIds, long readerId) throws SQLException {
    Map<Long, List<Reaction>> reactions = new HashMap<>();
    if (messageIds.isEmpty()) {
      return reactions;
    }
    String places = String.join(", ", Collections.nCopies(messageIds.size(), "?"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT message_id, emoji, COUNT(*),"
                + " MAX(CASE WHEN user_id = ? THEN 1 ELSE 0 END)"
                + " FROM chat_reaction WHERE message_id IN ("
                + places
                + ") GROUP BY message_id, emoji ORDER BY MIN(event_id)")) {
      int index = 0;
      select.setLong(++index, readerId);
      for (long id : messageIds) {
        select.setLong(++index, id);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reactions
              .computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
              .add(new Reaction(row.getString(2), row.getInt(3), row.getInt(4) == 1));
        }
      }
    }
    return reactions;
  }
}
