package chatroom.storage;

import chatroom.room.Account;
import chatroom.room.Accounts.Owner;
import chatroom.room.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The table of accounts; who is there is no guest. */
final class AccountRows {
  private static final String SELECT =
      "SELECT user_id, name, password_hash, role, vouched_role, created_at FROM chat_account WHERE ";

  /** Behind whatever a key goes on with. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private AccountRows() {}

  /** Whose every name is. */
  static Map<String, Owner> names(Connection connection) throws SQLException {
    Map<String, Owner> names = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT name_key, user_id, name FROM chat_account");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        names.put(
            StoredText.decode(row.getString(1)),
            new Owner(row.getLong(2), StoredText.decode(row.getString(3))));
      }
    }
    return names;
  }

  static Optional<Account> named(Connection connection, String nameKey) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "name_key = ?")) {
      select.setString(1, StoredText.encode(nameKey));
      return account(select);
    }
  }

  static Optional<Account> of(Connection connection, long userId) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "user_id = ?")) {
      select.setLong(1, userId);
      return account(select);
    }
  }

  static Optional<Account> keptWith(Connection connection, String passwordHash)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "password_hash = ?")) {
      select.setString(1, passwordHash);
      return account(select);
    }
  }

  /** Keys are compared by their bytes in every database. */
  static List<Account> page(Connection connection, String keyStart, long after, int limit)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT + "user_id > ? AND name_key >= ? AND name_key < ? ORDER BY user_id LIMIT ?")) {
      String start = StoredText.encode(keyStart);
      select.setLong(1, after);
      select.setString(2, start);
      select.setString(3, start + LAST);
      select.setInt(4, limit);
      return accounts(select);
    }
  }

  private static Optional<Account> account(PreparedStatement select) throws SQLException {
    return accounts(select).stream().findFirst();
  }

  private static List<Account> accounts(PreparedStatement select) throws SQLException {
    List<Account> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new Account(
                row.getLong(1),
                StoredText.decode(row.getString(2)),
                row.getString(3),
                Role.valueOf(row.getString(4)),
                Role.valueOf(row.getString(5)),
                Instant.ofEpochMilli(row.getLong(6))));
      }
    }
    return found;
  }

  /**
   * Makes an account, and brings along the token of the guest that the user was. Done again, it
   * changes nothing more.
   *
   * @return whether it is there now; false if the name is somebody's, or the user has another
   */
  static boolean register(Connection connection, Account account, String nameKey)
      throws SQLException {
    Optional<Account> ofUser = of(connection, account.id());
    Optional<Account> ofName = named(connection, nameKey);
    if (ofUser.isPresent() || ofName.isPresent()) {
      // The very same is there if its commit was done and nobody could say so.
      return ofUser.equals(ofName)
          && ofUser.map(Account::passwordHash).equals(Optional.of(account.passwordHash()));
    }
    insert(connection, account, nameKey);
    TokenRows.takeOver(connection, account.id());
    return true;
  }

  private static void insert(Connection connection, Account account, String nameKey)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_account"
                + " (user_id, name, name_key, password_hash, role, vouched_role, created_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, account.id());
      insert.setString(2, StoredText.encode(account.name()));
      insert.setString(3, StoredText.encode(nameKey));
      insert.setString(4, account.passwordHash());
      insert.setString(5, account.role().name());
      insert.setString(6, account.vouchedRole().name());
      insert.setLong(7, account.createdAt().toEpochMilli());
      insert.executeUpdate();
    }
  }

  /** Gives it another password; all tokens but one go. */
  static void setPassword(
      Connection connection, long userId, String passwordHash, String keptTokenHash)
      throws SQLException {
    set(connection, "password_hash", passwordHash, userId);
    TokenRows.removeAllBut(connection, userId, keptTokenHash);
  }

  /** Whether it is that now; not if too few would be administrators then. */
  static boolean setRole(
      Connection connection, long userId, Role role, Predicate<List<Account>> enough)
      throws SQLException {
    if (role != Role.ADMIN) {
      List<Account> admins = admins(connection);
      List<Account> others = admins.stream().filter(it -> it.id() != userId).toList();
      if (others.size() < admins.size() && !enough.test(others)) {
        return false;
      }
    }
    set(connection, "role", role.name(), userId);
    return true;
  }

  static void setVouchedRole(Connection connection, long userId, Role role) throws SQLException {
    set(connection, "vouched_role", role.name(), userId);
  }

  static List<Account> admins(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "role = ?")) {
      select.setString(1, Role.ADMIN.name());
      return accounts(select);
    }
  }

  private static void set(Connection connection, String column, String value, long userId)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE chat_account SET " + column + " = ? WHERE user_id = ?")) {
      update.setString(1, value);
      update.setLong(2, userId);
      update.executeUpdate();
    }
  }
}
