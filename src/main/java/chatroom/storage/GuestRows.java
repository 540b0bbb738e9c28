package chatroom.storage;

import chatroom.room.Guests.Guest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of those who may return and have no account. */
final class GuestRows {
  private static final String OLDEST =
      " IN (SELECT id FROM (SELECT id FROM chat_guest WHERE seen_at < ?"
          + " ORDER BY seen_at, id LIMIT ?) AS oldest)";

  /** Somebody new. */
  record Arrival(long userId, String tokenHash) {}

  /** Somebody's name, if there is a new one, and by what they were seen; empty if by nothing. */
  record Change(long userId, Optional<String> name, String tokenHash) {}

  private GuestRows() {}

  static void insert(Connection connection, List<Arrival> arrivals, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_guest (id, token_hash, seen_at) VALUES (?, ?, ?)")) {
      for (Arrival arrival : arrivals) {
        insert.setLong(1, arrival.userId());
        insert.setString(2, arrival.tokenHash());
        insert.setLong(3, now.toEpochMilli());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static void update(Connection connection, List<Change> changes, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE chat_guest SET name = COALESCE(?, name), seen_at = ? WHERE id = ?")) {
      for (Change change : changes) {
        update.setString(1, change.name().map(StoredText::encode).orElse(null));
        update.setLong(2, now.toEpochMilli());
        update.setLong(3, change.userId());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** Whoever has that token and was seen since then, with an account or without. */
  static Optional<Guest> find(Connection connection, String tokenHash, Instant since)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, name FROM chat_guest WHERE token_hash = ? AND seen_at > ?"
                + " UNION ALL SELECT a.user_id, a.name"
                + " FROM chat_token t JOIN chat_account a ON a.user_id = t.user_id"
                + " WHERE t.token_hash = ? AND t.seen_at > ?")) {
      select.setString(1, tokenHash);
      select.setLong(2, since.toEpochMilli());
      select.setString(3, tokenHash);
      select.setLong(4, since.toEpochMilli());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Guest(
                    row.getLong(1), Optional.ofNullable(row.getString(2)).map(StoredText::decode)))
            : Optional.empty();
      }
    }
  }

  /** The names of those who were seen since then and have one, or have an account. */
  static Map<Long, String> names(Connection connection, Set<Long> userIds, Instant since)
      throws SQLException {
    Map<Long, String> names = new HashMap<>();
    if (userIds.isEmpty()) {
      return names;
    }
    String places = String.join(", ", Collections.nCopies(userIds.size(), "?"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, name FROM chat_guest WHERE name IS NOT NULL AND seen_at > ? AND id IN ("
                + places
                + ") UNION ALL SELECT user_id, name FROM chat_account WHERE user_id IN ("
                + places
                + ")")) {
      select.setLong(1, since.toEpochMilli());
      int place = 2;
      for (long userId : userIds) {
        select.setLong(place, userId);
        select.setLong(place + userIds.size(), userId);
        place++;
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          names.put(row.getLong(1), StoredText.decode(row.getString(2)));
        }
      }
    }
    return names;
  }

  /**
   * Forgets guests who were not seen since then, and what they kept for themselves.
   *
   * @param limit the most of them
   * @return how many went
   */
  static int deleteOldest(Connection connection, Instant before, int limit) throws SQLException {
    delete(connection, "chat_mark WHERE user_id", before, limit);
    delete(connection, "chat_ignore WHERE user_id", before, limit);
    return delete(connection, "chat_guest WHERE id", before, limit);
  }

  private static int delete(Connection connection, String which, Instant before, int limit)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + which + OLDEST)) {
      delete.setLong(1, before.toEpochMilli());
      delete.setInt(2, limit);
      return delete.executeUpdate();
    }
  }
}
