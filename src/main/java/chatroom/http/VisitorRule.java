package chatroom.http;

import chatroom.room.Unavailable;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether a token is enough to be whom it names.
 *
 * <p>Thread safety: implementations are safe for use by any thread. May block for as long as a
 * database takes.
 */
@FunctionalInterface
public interface VisitorRule {
  /**
   * Whether the user may make that request.
   *
   * @throws Unavailable if that cannot be known now
   */
  boolean admits(HttpServletRequest request, long userId) throws Unavailable;
}
