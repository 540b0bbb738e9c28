package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.RoomName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of messages. */
final class MessageRows {
  private static final String SELECT =
      "SELECT id, seq, room, author_id, author_name, body, sent_at FROM chat_message WHERE ";

  /**
   * A message and what its author marked it with.
   *
   * @param ref null if there is no mark
   */
  record Row(ChatMessage message, @Nullable String ref) {}

  private MessageRows() {}

  static void insert(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_message (id, seq, room, author_id, author_name, body, sent_at, ref)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Row row : rows) {
        ChatMessage message = row.message();
        insert.setLong(1, message.id());
        insert.setLong(2, message.seq());
        insert.setString(3, message.room().value());
        insert.setLong(4, message.authorId());
        insert.setString(5, StoredText.encode(message.authorName()));
        insert.setString(6, StoredText.encode(message.text()));
        insert.setLong(7, message.sentAt().toEpochMilli());
        setRef(insert, 8, row.ref());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void setRef(PreparedStatement statement, int index, @Nullable String ref)
      throws SQLException {
    if (ref == null) {
      statement.setNull(index, Types.VARCHAR);
    } else {
      statement.setString(index, StoredText.encode(ref));
    }
  }

  /** The author's message with that mark. */
  static Optional<ChatMessage> find(Connection connection, RoomName room, long authorId, String ref)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "author_id = ? AND room = ? AND ref = ?")) {
      select.setLong(1, authorId);
      select.setString(2, room.value());
      select.setString(3, StoredText.encode(ref));
      return messages(select).stream().findFirst();
    }
  }

  static Optional<ChatMessage> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "id = ?")) {
      select.setLong(1, id);
      return messages(select).stream().findFirst();
    }
  }

  /** The newest messages of a room below {@code seq}, the newest first. */
  static List<ChatMessage> before(Connection connection, RoomName room, long seq, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "room = ? AND seq < ? ORDER BY seq DESC LIMIT ?")) {
      select.setString(1, room.value());
      select.setLong(2, seq);
      select.setInt(3, limit);
      return messages(select);
    }
  }

  /** The oldest messages of a room above {@code seq} and up to {@code last}. */
  static List<ChatMessage> after(
      Connection connection, RoomName room, long seq, long last, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT + "room = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?")) {
      select.setString(1, room.value());
      select.setLong(2, seq);
      select.setLong(3, last);
      select.setInt(4, limit);
      return messages(select);
    }
  }

  private static List<ChatMessage> messages(PreparedStatement select) throws SQLException {
    List<ChatMessage> messages = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        messages.add(
            new ChatMessage(
                row.getLong(1),
                row.getLong(2),
                new RoomName(row.getString(3)),
                row.getLong(4),
                StoredText.decode(row.getString(5)),
                StoredText.decode(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7))));
      }
    }
    return messages;
  }

  /**
   * Deletes the oldest messages if they were sent before then.
   *
   * @param limit how many are looked at
   * @return how many went
   */
  static int deleteOldest(Connection connection, Instant before, int limit) throws SQLException {
    // Oldest by number: a look at the oldest few needs no index of times.
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM chat_message WHERE sent_at < ? AND id IN"
                + " (SELECT id FROM (SELECT id FROM chat_message ORDER BY id LIMIT ?) AS oldest)")) {
      delete.setLong(1, before.toEpochMilli());
      delete.setInt(2, limit);
      return delete.executeUpdate();
    }
  }
}
