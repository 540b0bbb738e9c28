package chatroom.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatroom.room.Account;
import chatroom.room.Role;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Who somebody is by the word of the container, or of a proxy that is trusted.
 *
 * <p>Thread safety: immutable.
 *
 * @param principal the name there, to the letter: two that look alike are two users
 * @param role what they may do to others, as it is said there now
 */
public record Login(String principal, Role role) {
  /**
   * Somebody of that name.
   *
   * @param admin whether they are an administrator
   * @param moderator whether they keep order among members
   */
  public static Login of(String principal, boolean admin, boolean moderator) {
    Role role = admin ? Role.ADMIN : moderator ? Role.MODERATOR : Role.MEMBER;
    return new Login(principal, role);
  }

  /**
   * What is kept of the user's account instead of the hash of a password, which no password has.
   */
  public String mark() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(principal.getBytes(UTF_8));
      return Account.VOUCHED + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Whether the account is this user's. */
  public boolean owns(Account account) {
    return account.passwordHash().equals(mark());
  }

  /** The account with what the user may do: by what is said of them, or by what is kept. */
  Account entitled(Account account) {
    return account.withRole(entitled(account.role()));
  }

  /** What the user may do to whom that role was given here. */
  Role entitled(Role given) {
    return role.compareTo(given) > 0 ? role : given;
  }
}
