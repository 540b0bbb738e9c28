package chatroom.storage;

import chatroom.room.Accounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The table of what users with an account come back by. */
final class TokenRows {
  private static final String ALL_BUT_NEWEST =
      "DELETE FROM chat_token WHERE user_id = ? AND token_hash NOT IN (SELECT token_hash FROM"
          + " (SELECT token_hash FROM chat_token WHERE user_id = ?"
          + " ORDER BY added_at DESC, token_hash LIMIT ?) AS newest)";

  private TokenRows() {}

  /** What was a guest's is that of an account, and the guest is no guest any more. */
  static void takeOver(Connection connection, long userId) throws SQLException {
    update(
        connection,
        "INSERT INTO chat_token (token_hash, user_id, added_at, seen_at)"
            + " SELECT token_hash, id, seen_at, seen_at FROM chat_guest WHERE id = ?",
        userId);
    update(connection, "DELETE FROM chat_guest WHERE id = ?", userId);
  }

  /** One more of a user who has an account; those that are too many go. */
  static void add(Connection connection, long userId, String tokenHash, Instant now)
      throws SQLException {
    update(connection, "DELETE FROM chat_token WHERE token_hash = ?", tokenHash);
    // Room for it first: it may have the same time as another.
    update(connection, ALL_BUT_NEWEST, userId, userId, Accounts.MAX_TOKENS - 1);
    update(
        connection,
        "INSERT INTO chat_token (token_hash, user_id, added_at, seen_at)"
            + " SELECT ?, user_id, ?, ? FROM chat_account WHERE user_id = ?",
        tokenHash,
        now.toEpochMilli(),
        now.toEpochMilli(),
        userId);
  }

  /** Whosever it was; what a guest keeps is nobody's without it. */
  static void remove(Connection connection, String tokenHash) throws SQLException {
    update(connection, "DELETE FROM chat_token WHERE token_hash = ?", tokenHash);
    for (String table : List.of("chat_mark", "chat_ignore")) {
      update(
          connection,
          "DELETE FROM "
              + table
              + " WHERE user_id IN (SELECT id FROM chat_guest WHERE token_hash = ?)",
          tokenHash);
    }
    update(connection, "DELETE FROM chat_guest WHERE token_hash = ?", tokenHash);
  }

  /** By what a user comes back, the newest first. */
  static List<Accounts.Pass> passes(Connection connection, long userId) throws SQLException {
    List<Accounts.Pass> passes = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT token_hash, added_at FROM chat_token WHERE user_id = ?"
                + " ORDER BY added_at DESC, token_hash")) {
      select.setLong(1, userId);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          passes.add(new Accounts.Pass(row.getString(1), Instant.ofEpochMilli(row.getLong(2))));
        }
      }
    }
    return passes;
  }

  static void removeAllBut(Connection connection, long userId, String tokenHash)
      throws SQLException {
    update(
        connection,
        "DELETE FROM chat_token WHERE user_id = ? AND token_hash <> ?",
        userId,
        tokenHash);
  }

  /** Users were here: the time counts for what they came by. */
  static void seen(Connection connection, List<GuestRows.Change> users, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE chat_token SET seen_at = ? WHERE user_id = ? AND token_hash = ?")) {
      for (GuestRows.Change user : users) {
        update.setLong(1, now.toEpochMilli());
        update.setLong(2, user.userId());
        update.setString(3, user.tokenHash());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /**
   * Those go that nobody came by since then.
   *
   * @param limit the most of them
   * @return how many went
   */
  static int deleteOldest(Connection connection, Instant before, int limit) throws SQLException {
    return update(
        connection,
        "DELETE FROM chat_token WHERE token_hash IN (SELECT token_hash FROM"
            + " (SELECT token_hash FROM chat_token WHERE seen_at < ?"
            + " ORDER BY seen_at, token_hash LIMIT ?) AS oldest)",
        before.toEpochMilli(),
        limit);
  }

  private static int update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }
}
