package chatroom.wire;

import chatroom.room.Rejection;

/**
 * A text that is nothing a client can say.
 *
 * <p>Thread safety: immutable.
 */
public final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  private final Rejection rejection;

  Malformed(Rejection rejection) {
    super(rejection.text(), rejection, false, false);
    this.rejection = rejection;
  }

  /** What to answer. */
  public Rejection rejection() {
    return rejection;
  }
}
