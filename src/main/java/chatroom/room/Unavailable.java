package chatroom.room;

/**
 * Something that cannot be done now and is not the client's fault: nothing was stored, and the
 * client may try again.
 *
 * <p>Thread safety: immutable.
 */
public final class Unavailable extends Exception {
  private static final long serialVersionUID = 1L;

  /** There is more to do than can be done. */
  public Unavailable() {
    this("too much is waiting");
  }

  /**
   * Something is away.
   *
   * @param why for the log; not shown to clients
   */
  public Unavailable(String why) {
    super(why, null, false, false);
  }
}
