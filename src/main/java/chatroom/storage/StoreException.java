package chatroom.storage;

/**
 * A database that cannot be used: the deployment must not start. Says what to do about it, and
 * never holds a password; it has no cause, which might.
 *
 * <p>Unchecked, so that it passes through a context listener and stops the deployment.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal to start: what is wrong and what to do about it. */
  public StoreException(String message) {
    super(message);
  }
}
