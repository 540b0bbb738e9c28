package chatroom.conversation;

import java.util.Optional;

/**
 * How a connection came in.
 *
 * <p>Thread safety: immutable.
 *
 * @param login who it is by the word of others; empty if nobody says so
 * @param signInRequired whether nobody may be here who has not signed in
 */
public record Entrance(Optional<Login> login, boolean signInRequired) {
  /** Whoever comes may stay. */
  public static Entrance open() {
    return new Entrance(Optional.empty(), false);
  }

  /** Whether whoever comes has to sign in yet. */
  boolean isBarred() {
    return signInRequired && login.isEmpty();
  }
}
