package chatroom.room;

import java.time.Instant;

/**
 * A user whose name is theirs for good, and who comes back by a password.
 *
 * <p>Thread safety: immutable.
 *
 * @param id the user's number
 * @param name as it is shown
 * @param passwordHash in the PHC string format, at most 200 characters of ASCII
 * @param role what an administrator here said that they may do to others
 * @param vouchedRole what whoever vouches for them said last of that; only holds while they do
 * @param createdAt when it was made
 */
public record Account(
    long id, String name, String passwordHash, Role role, Role vouchedRole, Instant createdAt) {
  /** How that begins which is kept instead of a hash where somebody else vouches for the user. */
  public static final String VOUCHED = "$vouched$";

  /** What is kept of a bot instead of the hash of a password: no password has it. */
  public static final String BOT = "$bot$";

  /** An account for which nobody else vouches. */
  public Account(long id, String name, String passwordHash, Role role, Instant createdAt) {
    this(id, name, passwordHash, role, Role.MEMBER, createdAt);
  }

  /** The higher of both roles: who is away is protected by it. */
  public Role highestRole() {
    return vouchedRole.compareTo(role) > 0 ? vouchedRole : role;
  }

  /** Whether nobody signs in as this user, for whom only programs come. */
  public boolean isBot() {
    return passwordHash.equals(BOT);
  }

  /** The same with another password. */
  public Account withPassword(String hash) {
    return new Account(id, name, hash, role, vouchedRole, createdAt);
  }

  /** The same with another role. */
  public Account withRole(Role other) {
    return new Account(id, name, passwordHash, other, vouchedRole, createdAt);
  }

  /** The same of whom something else is said by whoever vouches for them. */
  public Account withVouchedRole(Role other) {
    return new Account(id, name, passwordHash, role, other, createdAt);
  }

  /** Whether somebody else vouches for the user, who has no password here. */
  public boolean isVouchedFor() {
    return passwordHash.startsWith(VOUCHED);
  }

  /** Whether there is a password that signs in. */
  public boolean hasPassword() {
    return !isBot() && !isVouchedFor();
  }

  /** Tells nothing of the password, for the log. */
  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
