package chatroom.room;

/**
 * Something that cannot be done now and is not the client's fault: nothing was stored, and the
 * client may try again.
 *
 * <p>Thread safety: immutable.
 */
public final class Unavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /** The room has more to do than it can. */
  public Unavailable() {
    super("too much is waiting", null, false, false);
  }
}
