package chatroom.storage;

import chatroom.room.AccessKey;
import chatroom.room.AccessKeys;
import chatroom.room.Rejection;
import chatroom.room.Scope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of what programs come by; what is worth nothing any more goes. */
final class AccessKeyRows {
  private static final String SELECT =
      "SELECT token_hash, user_id, is_bot, name, scopes, created_at, expires_at"
          + " FROM chat_access_key WHERE (expires_at IS NULL OR expires_at > ?) AND ";

  private AccessKeyRows() {}

  /**
   * Adds one. Done again, it changes nothing more.
   *
   * @return whether it is there; false if there are too many
   */
  static boolean add(Connection connection, AccessKey key, Instant now) throws SQLException {
    delete(connection, "expires_at <= ?", now.toEpochMilli());
    if (find(connection, key.tokenHash(), now).isPresent()) {
      return true;
    }
    boolean hasPlace =
        of(connection, key.userId(), now).size() < AccessKeys.MAX_OF_USER
            && (!key.bot() || ofBots(connection, now).size() < AccessKeys.MAX_OF_BOTS);
    if (hasPlace) {
      insert(connection, key);
    }
    return hasPlace;
  }

  private static void insert(Connection connection, AccessKey key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_access_key (token_hash, user_id, is_bot, name, scopes, created_at,"
                + " expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, key.tokenHash());
      insert.setLong(2, key.userId());
      insert.setInt(3, key.bot() ? 1 : 0);
      insert.setString(4, StoredText.encode(key.name()));
      insert.setString(5, Scope.text(key.scopes()));
      insert.setLong(6, key.createdAt().toEpochMilli());
      if (key.expiresAt().isPresent()) {
        insert.setLong(7, key.expiresAt().get().toEpochMilli());
      } else {
        insert.setNull(7, Types.BIGINT);
      }
      insert.executeUpdate();
    }
  }

  static Optional<AccessKey> find(Connection connection, String tokenHash, Instant now)
      throws SQLException {
    return select(connection, "token_hash = ?", tokenHash, now).stream().findFirst();
  }

  static List<AccessKey> of(Connection connection, long userId, Instant now) throws SQLException {
    return select(connection, "user_id = ?", userId, now);
  }

  static List<AccessKey> ofBots(Connection connection, Instant now) throws SQLException {
    return select(connection, "is_bot = ?", 1, now);
  }

  private static List<AccessKey> select(
      Connection connection, String which, Object value, Instant now) throws SQLException {
    List<AccessKey> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + which + " ORDER BY created_at DESC, token_hash")) {
      select.setLong(1, now.toEpochMilli());
      select.setObject(2, value);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(key(row));
        }
      }
    }
    return found;
  }

  private static AccessKey key(ResultSet row) throws SQLException {
    long expiresAt = row.getLong(7);
    boolean never = row.wasNull();
    return new AccessKey(
        row.getString(1),
        row.getLong(2),
        row.getInt(3) == 1,
        StoredText.decode(row.getString(4)),
        scopes(row.getString(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        never ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expiresAt)));
  }

  private static Set<Scope> scopes(String text) throws SQLException {
    try {
      return Scope.parse(text);
    } catch (Rejection e) {
      throw new SQLException("Not the scopes of an access key: " + text, e);
    }
  }

  static void remove(Connection connection, String tokenHash) throws SQLException {
    delete(connection, "token_hash = ?", tokenHash);
  }

  static void removeAll(Connection connection, long userId) throws SQLException {
    delete(connection, "user_id = ?", userId);
  }

  private static void delete(Connection connection, String which, Object value)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM chat_access_key WHERE " + which)) {
      delete.setObject(1, value);
      delete.executeUpdate();
    }
  }
}
