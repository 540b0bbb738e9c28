package chatroom.storage;

import chatroom.room.Account;
import chatroom.room.Voucher;
import chatroom.room.Vouchers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The table of invitations to make an account; what cannot be used any more goes. */
final class VoucherRows {
  /** What became of an account. */
  enum Outcome {
    KEPT,
    TAKEN,
    UNINVITED
  }

  private VoucherRows() {}

  /**
   * Adds one. Done again, it changes nothing more.
   *
   * @return whether it is there; false if there are too many
   */
  static boolean add(Connection connection, Voucher voucher, Instant now) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM chat_voucher WHERE expires_at <= ?")) {
      delete.setLong(1, now.toEpochMilli());
      delete.executeUpdate();
    }
    if (isGood(connection, voucher.tokenHash(), now)) {
      return true;
    }
    if (count(connection) >= Vouchers.MAX) {
      return false;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO chat_voucher (token_hash, issuer_id, expires_at, uses)"
                + " VALUES (?, ?, ?, ?)")) {
      insert.setString(1, voucher.tokenHash());
      insert.setLong(2, voucher.issuerId());
      insert.setLong(3, voucher.expiresAt().toEpochMilli());
      insert.setInt(4, voucher.uses());
      insert.executeUpdate();
    }
    return true;
  }

  private static long count(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT COUNT(*) FROM chat_voucher");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  static boolean isGood(Connection connection, String tokenHash, Instant now) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT uses FROM chat_voucher WHERE token_hash = ? AND expires_at > ?")) {
      select.setString(1, tokenHash);
      select.setLong(2, now.toEpochMilli());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Makes an account by an invitation. Done again, it changes nothing more. */
  static Outcome register(
      Connection connection, Account account, String nameKey, String tokenHash, Instant now)
      throws SQLException {
    // The very same is there, and the invitation was used, if the commit was unclear.
    boolean isThere = AccountRows.of(connection, account.id()).isPresent();
    if (!isThere && !isGood(connection, tokenHash, now)) {
      return Outcome.UNINVITED;
    }
    if (!AccountRows.register(connection, account, nameKey)) {
      return Outcome.TAKEN;
    }
    if (!isThere) {
      use(connection, "UPDATE chat_voucher SET uses = uses - 1 WHERE token_hash = ?", tokenHash);
      use(connection, "DELETE FROM chat_voucher WHERE token_hash = ? AND uses = 0", tokenHash);
    }
    return Outcome.KEPT;
  }

  private static void use(Connection connection, String sql, String tokenHash) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, tokenHash);
      update.executeUpdate();
    }
  }
}
