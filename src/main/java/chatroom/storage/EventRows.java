package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tables of messages and of changes, read as one. */
final class EventRows {
  private EventRows() {}

  /** What is stored under that number, as it happened. */
  static Optional<StoredEvent> find(Connection connection, long id) throws SQLException {
    Optional<ChatMessage> message = MessageRows.find(connection, id);
    return message.isPresent() ? Optional.of(message.get()) : ChangeRows.find(connection, id);
  }

  /** A page of a room. */
  static HistoryPage page(Connection connection, HistoryQuery query) throws SQLException {
    // What is written or deleted in between is not seen: the page ends where the room did.
    long lastSeq = RoomRows.lastSeq(connection, query.room(), query.asOf());
    return query.direction() == Direction.BEFORE
        ? before(connection, query, lastSeq)
        : after(connection, query, lastSeq);
  }

  private static HistoryPage before(Connection connection, HistoryQuery query, long lastSeq)
      throws SQLException {
    List<ChatMessage> messages =
        MessageRows.before(
            connection,
            query.room(),
            Math.min(query.seq(), lastSeq + 1),
            query.limit() + 1,
            query.readerId());
    boolean more = messages.size() > query.limit();
    List<StoredEvent> page = new ArrayList<>(more ? messages.subList(0, query.limit()) : messages);
    Collections.reverse(page);
    return new HistoryPage(page, more, lastSeq);
  }

  private static HistoryPage after(Connection connection, HistoryQuery query, long lastSeq)
      throws SQLException {
    int oneMore = query.limit() + 1;
    List<StoredEvent> found = new ArrayList<>();
    found.addAll(MessageRows.after(connection, query.room(), query.seq(), lastSeq, oneMore));
    found.addAll(ChangeRows.after(connection, query.room(), query.seq(), lastSeq, oneMore));
    found.sort(Comparator.comparingLong(StoredEvent::seq));
    boolean more = found.size() > query.limit();
    return new HistoryPage(more ? found.subList(0, query.limit()) : found, more, lastSeq);
  }

  /** How many messages and changes went. */
  record Swept(int messages, int changes) {}

  /**
   * Deletes the oldest if they were stored before then, and of both kinds up to the same number, so
   * that what is left of a room has no holes.
   *
   * @param index from which the messages go, too
   * @param limit how many of each kind are looked at
   */
  static Swept deleteOldest(Connection connection, TextIndex index, Instant before, int limit)
      throws SQLException {
    long last =
        Math.min(nth(connection, "chat_message", limit), nth(connection, "chat_change", limit));
    index.deleteOldest(connection, before, last);
    return new Swept(
        deleteOldest(connection, "chat_message", before, last),
        deleteOldest(connection, "chat_change", before, last));
  }

  /** The number of the nth oldest. */
  private static long nth(Connection connection, String table, int n) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM " + table + " ORDER BY id LIMIT 1 OFFSET ?")) {
      select.setInt(1, n - 1);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : Long.MAX_VALUE;
      }
    }
  }

  private static int deleteOldest(Connection connection, String table, Instant before, long last)
      throws SQLException {
    // Oldest by number: a look at the oldest few needs no index of times.
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM " + table + " WHERE id <= ? AND sent_at < ?")) {
      delete.setLong(1, last);
      delete.setLong(2, before.toEpochMilli());
      return delete.executeUpdate();
    }
  }
}
