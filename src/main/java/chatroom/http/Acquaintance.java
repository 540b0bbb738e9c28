package chatroom.http;

import chatroom.room.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who asks without a token.
 *
 * <p>Thread safety: implementations are safe for use by any thread. May block for as long as a
 * database takes.
 */
public interface Acquaintance {
  /**
   * The user whom the container or a trusted proxy names.
   *
   * @throws Unavailable if that cannot be known now
   */
  Optional<Long> known(HttpServletRequest request) throws Unavailable;

  /** Whether somebody of whom nothing is known may read what all may read. */
  boolean admitsStranger(HttpServletRequest request);
}
