package chatroom.storage;

import chatroom.room.Deleted;
import chatroom.room.Edited;
import chatroom.room.Reacted;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of changes to messages, as they happened. */
final class ChangeRows {
  private static final String SELECT =
      "SELECT id, seq, room, author_id, author_name, message_id, kind, body, amount, sent_at"
          + " FROM chat_change WHERE ";

  /** How kinds are called in the table. */
  private static final String EDIT = "edit";

  private static final String DELETE = "delete";
  private static final String REACT = "react";
  private static final String UNREACT = "unreact";

  /**
   * What is special about a change.
   *
   * @param body the new text, or the emoji; empty for a deletion
   * @param amount how many have reacted so
   */
  private record Special(long messageId, String kind, String body, int amount) {
    static Special of(StoredEvent event) {
      if (event instanceof Edited edited) {
        return new Special(edited.messageId(), EDIT, edited.text(), 0);
      } else if (event instanceof Deleted deleted) {
        return new Special(deleted.messageId(), DELETE, "", 0);
      }
      Reacted reacted = (Reacted) event;
      return new Special(
          reacted.messageId(), reacted.on() ? REACT : UNREACT, reacted.emoji(), reacted.count());
    }
  }

  private ChangeRows() {}

  static void insert(Connection connection, StoredEvent event, @Nullable String ref)
      throws SQLException {
    Special special = Special.of(event);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_change (id, seq, room, author_id, author_name, message_id, kind,"
                + " body, amount, sent_at, ref) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, event.id());
      insert.setLong(2, event.seq());
      insert.setString(3, event.room().value());
      insert.setLong(4, event.authorId());
      insert.setString(5, StoredText.encode(event.authorName()));
      insert.setLong(6, special.messageId());
      insert.setString(7, special.kind());
      insert.setString(8, StoredText.encode(special.body()));
      insert.setInt(9, special.amount());
      insert.setLong(10, event.sentAt().toEpochMilli());
      insert.setString(11, StoredText.encodeIfThere(ref));
      insert.executeUpdate();
    }
  }

  /** Keeps nothing of what a message said after edits. */
  static void eraseEdits(Connection connection, long messageId) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE chat_change SET body = '' WHERE message_id = ? AND kind = '" + EDIT + "'")) {
      update.setLong(1, messageId);
      update.executeUpdate();
    }
  }

  /** The author's change with that mark. */
  static Optional<StoredEvent> find(Connection connection, RoomName room, long authorId, String ref)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "author_id = ? AND room = ? AND ref = ?")) {
      select.setLong(1, authorId);
      select.setString(2, room.value());
      select.setString(3, StoredText.encode(ref));
      return changes(select).stream().findFirst();
    }
  }

  static Optional<StoredEvent> find(Connection connection, long id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "id = ?")) {
      select.setLong(1, id);
      return changes(select).stream().findFirst();
    }
  }

  /** The oldest changes of a room above {@code seq} and up to {@code last}. */
  static List<StoredEvent> after(
      Connection connection, RoomName room, long seq, long last, int limit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT + "room = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?")) {
      select.setString(1, room.value());
      select.setLong(2, seq);
      select.setLong(3, last);
      select.setInt(4, limit);
      return changes(select);
    }
  }

  private static List<StoredEvent> changes(PreparedStatement select) throws SQLException {
    List<StoredEvent> changes = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        changes.add(change(row));
      }
    }
    return changes;
  }

  private static StoredEvent change(ResultSet row) throws SQLException {
    long id = row.getLong(1);
    long seq = row.getLong(2);
    RoomName room = new RoomName(row.getString(3));
    long author = row.getLong(4);
    String name = StoredText.decode(row.getString(5));
    long message = row.getLong(6);
    String kind = row.getString(7);
    String body = StoredText.decode(row.getString(8));
    Instant sentAt = Instant.ofEpochMilli(row.getLong(10));
    return switch (kind) {
      case EDIT -> new Edited(id, seq, room, author, name, message, body, sentAt);
      case DELETE -> new Deleted(id, seq, room, author, name, message, sentAt);
      default ->
          new Reacted(
              id,
              seq,
              room,
              author,
              name,
              message,
              body,
              kind.equals(REACT),
              row.getInt(9),
              sentAt);
    };
  }
}
