package chatroom.storage;

import chatroom.room.ChatMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/**
 * The table {@code chat_message_fts}, a full text index in the way of one kind of database.
 *
 * <p>Each of its words is made here and is one to every database, which has nothing to cut, to
 * leave out or to take for an operator.
 *
 * <p>Thread safety: implementations are stateless.
 */
abstract class TextIndex {
  /** How the table calls the message's {@code id}. */
  abstract String id();

  /** The statement that adds an entry. */
  abstract String insertion();

  /** Fills in {@link #insertion}. */
  abstract void fill(PreparedStatement insert, IndexEntry entry) throws SQLException;

  /**
   * The question for the newest messages.
   *
   * @param from only messages with this {@code id} or a higher one
   * @param before only messages with a lower one
   */
  abstract PreparedStatement question(
      Connection connection, IndexQuery query, long from, long before, int limit)
      throws SQLException;

  /** Adds messages that are not in it. */
  void insert(Connection connection, Collection<ChatMessage> messages) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(insertion())) {
      for (ChatMessage message : messages) {
        fill(insert, IndexEntry.of(message));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Takes messages out, those that are in it. */
  final void delete(Connection connection, Collection<Long> ids) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM chat_message_fts WHERE " + id() + " = ?")) {
      for (long id : ids) {
        delete.setLong(1, id);
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  /** Takes those out that were sent before then and have no higher number. */
  final void deleteOldest(Connection connection, Instant before, long last) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM chat_message_fts WHERE "
                + id()
                + " IN (SELECT id FROM chat_message WHERE id <= ? AND sent_at < ?)")) {
      delete.setLong(1, last);
      delete.setLong(2, before.toEpochMilli());
      delete.executeUpdate();
    }
  }

  /** Adds messages, or puts them in the place of what was known of them. */
  final void replace(Connection connection, Collection<ChatMessage> messages) throws SQLException {
    delete(connection, messages.stream().map(ChatMessage::id).toList());
    insert(connection, messages);
  }
}
