package chatroom.storage;

import chatroom.room.Body;
import chatroom.room.ChatMessage;
import chatroom.room.Deleted;
import chatroom.room.Edited;
import chatroom.room.MessageState;
import chatroom.room.Reaction;
import chatroom.room.RoomName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The table of messages: as they were written, and what they say now. */
final class MessageRows {
  private static final String SELECT =
      "SELECT id, seq, room, author_id, author_name, body, sent_at, url, reply_to, mentions,"
          + " edited_body, edited_at, deleted_at FROM chat_message WHERE ";

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
            "INSERT INTO chat_message (id, seq, room, author_id, author_name, body, sent_at, ref,"
                + " url, reply_to, mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Row row : rows) {
        ChatMessage message = row.message();
        Body body = message.body();
        insert.setLong(1, message.id());
        insert.setLong(2, message.seq());
        insert.setString(3, message.room().value());
        insert.setLong(4, message.authorId());
        insert.setString(5, StoredText.encode(message.authorName()));
        insert.setString(6, StoredText.encode(body.text()));
        insert.setLong(7, message.sentAt().toEpochMilli());
        insert.setString(8, StoredText.encodeIfThere(row.ref()));
        insert.setString(9, StoredText.encodeIfThere(body.imageUrl().orElse(null)));
        setReplyTo(insert, 10, body.replyTo());
        insert.setString(11, StoredMentions.encode(body));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void setReplyTo(PreparedStatement statement, int index, OptionalLong replyTo)
      throws SQLException {
    if (replyTo.isPresent()) {
      statement.setLong(index, replyTo.getAsLong());
    } else {
      statement.setNull(index, Types.BIGINT);
    }
  }

  /** The message says something else now. */
  static void edit(Connection connection, Edited edited) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE chat_message SET edited_body = ?, edited_at = ? WHERE id = ?")) {
      update.setString(1, StoredText.encode(edited.text()));
      update.setLong(2, edited.sentAt().toEpochMilli());
      update.setLong(3, edited.messageId());
      update.executeUpdate();
    }
  }

  /** Keeps nothing of the message but its place. */
  static void erase(Connection connection, Deleted deleted) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE chat_message SET body = '', url = NULL, reply_to = NULL, mentions = NULL,"
                + " edited_body = NULL, edited_at = NULL, deleted_at = ? WHERE id = ?")) {
      update.setLong(1, deleted.sentAt().toEpochMilli());
      update.setLong(2, deleted.messageId());
      update.executeUpdate();
    }
  }

  /** The author's message with that mark, as it was written. */
  static Optional<ChatMessage> find(Connection connection, RoomName room, long authorId, String ref)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "author_id = ? AND room = ? AND ref = ?")) {
      select.setLong(1, authorId);
      select.setString(2, room.value());
      select.setString(3, StoredText.encode(ref));
      return written(select).stream().findFirst();
    }
  }

  /** The message as it was written. */
  static Optional<ChatMessage> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "id = ?")) {
      select.setLong(1, id);
      return written(select).stream().findFirst();
    }
  }

  /** The message in its present state, as that user reads it. */
  static Optional<ChatMessage> present(Connection connection, long id, long readerId)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "id = ?")) {
      select.setLong(1, id);
      return present(connection, select, readerId).stream().findFirst();
    }
  }

  /** Those of the messages that are there, in their present state, the newest first. */
  static List<ChatMessage> present(Connection connection, List<Long> ids, long readerId)
      throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "id IN (" + places + ") ORDER BY id DESC")) {
      for (int i = 0; i < ids.size(); i++) {
        select.setLong(i + 1, ids.get(i));
      }
      return present(connection, select, readerId);
    }
  }

  /** The newest messages of all below that number, in their present state, the newest first. */
  static List<ChatMessage> before(Connection connection, long id, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "id < ? ORDER BY id DESC LIMIT ?")) {
      select.setLong(1, id);
      select.setInt(2, limit);
      return present(connection, select, 0);
    }
  }

  /** The newest messages of a room below {@code seq}, in their present state, the newest first. */
  static List<ChatMessage> before(
      Connection connection, RoomName room, long seq, int limit, long readerId)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "room = ? AND seq < ? ORDER BY seq DESC LIMIT ?")) {
      select.setString(1, room.value());
      select.setLong(2, seq);
      select.setInt(3, limit);
      return present(connection, select, readerId);
    }
  }

  /** The messages of a room between two numbers, both included, in their present state. */
  static List<ChatMessage> between(Connection connection, RoomName room, long first, long last)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "room = ? AND seq BETWEEN ? AND ? ORDER BY seq")) {
      select.setString(1, room.value());
      select.setLong(2, first);
      select.setLong(3, last);
      return present(connection, select, 0);
    }
  }

  /**
   * The oldest messages of a room above {@code seq} and up to {@code last}, as they were written.
   */
  static List<ChatMessage> after(
      Connection connection, RoomName room, long seq, long last, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT + "room = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?")) {
      select.setString(1, room.value());
      select.setLong(2, seq);
      select.setLong(3, last);
      select.setInt(4, limit);
      return written(select);
    }
  }

  private static List<ChatMessage> written(PreparedStatement select) throws SQLException {
    List<ChatMessage> messages = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        messages.add(written(row));
      }
    }
    return messages;
  }

  private static ChatMessage written(ResultSet row) throws SQLException {
    Optional<Instant> deletedAt = instant(row, 13);
    return new ChatMessage(
        row.getLong(1),
        row.getLong(2),
        new RoomName(row.getString(3)),
        row.getLong(4),
        StoredText.decode(row.getString(5)),
        body(row),
        Instant.ofEpochMilli(row.getLong(7)),
        deletedAt.map(MessageState::deleted).orElse(MessageState.UNCHANGED));
  }

  private static Body body(ResultSet row) throws SQLException {
    String url = row.getString(8);
    long replyTo = row.getLong(9);
    OptionalLong answered = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(replyTo);
    StoredMentions mentions = StoredMentions.decode(row.getString(10));
    return new Body(
        StoredText.decode(row.getString(6)),
        Optional.ofNullable(url).map(StoredText::decode),
        answered,
        mentions.users(),
        mentions.room());
  }

  private static List<ChatMessage> present(
      Connection connection, PreparedStatement select, long readerId) throws SQLException {
    List<ChatMessage> messages = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        messages.add(edited(row));
      }
    }
    Map<Long, List<Reaction>> reactions =
        ReactionRows.of(connection, messages.stream().map(ChatMessage::id).toList(), readerId);
    messages.replaceAll(it -> reacted(it, reactions.getOrDefault(it.id(), List.of())));
    return messages;
  }

  /** Without its reactions. */
  private static ChatMessage edited(ResultSet row) throws SQLException {
    ChatMessage written = written(row);
    String text = row.getString(11);
    return text == null
        ? written
        : written.become(
            written.body().withText(StoredText.decode(text)),
            new MessageState(instant(row, 12), Optional.empty(), List.of()));
  }

  private static ChatMessage reacted(ChatMessage message, List<Reaction> reactions) {
    MessageState state = message.state();
    return reactions.isEmpty()
        ? message
        : message.become(
            message.body(), new MessageState(state.editedAt(), state.deletedAt(), reactions));
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
