package chatroom.room;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a program comes by as some user.
 *
 * <p>Thread safety: immutable.
 *
 * @param tokenHash of what the program shows, 64 hexadecimal digits
 * @param userId the number of the user, who has an account
 * @param bot whether nobody else comes as that user
 * @param name for people, at most {@value #MAX_NAME} characters
 * @param scopes what the program may do of what the user may
 * @param expiresAt from when on it is worth nothing; empty for never
 */
public record AccessKey(
    String tokenHash,
    long userId,
    boolean bot,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    Optional<Instant> expiresAt) {
  /** The longest name, in characters. */
  public static final int MAX_NAME = 40;

  private static final int SHOWN_HASH = 16;

  /** Keeps its own copy of the scopes. */
  public AccessKey {
    scopes = Set.copyOf(scopes);
  }

  /** What it is told from others by, and of which nobody can make the token, or the rest. */
  public String id() {
    return tokenHash.substring(0, Math.min(SHOWN_HASH, tokenHash.length()));
  }

  /** Whether it is worth something at that time. */
  public boolean isGoodAt(Instant time) {
    return expiresAt.isEmpty() || expiresAt.get().isAfter(time);
  }

  /**
   * A name as a client wrote it, without white space around it.
   *
   * @throws Rejection {@link Code#INVALID_FORMAT} if it is none
   */
  public static String parseName(String text) throws Rejection {
    String name = text.strip();
    boolean fits = !name.isEmpty() && name.codePointCount(0, name.length()) <= MAX_NAME;
    if (!fits || name.codePoints().anyMatch(AccessKey::isInvisible)) {
      throw new Rejection(Code.INVALID_FORMAT, "A name has 1 to " + MAX_NAME + " characters");
    }
    return name;
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
