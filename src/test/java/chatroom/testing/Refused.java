package chatroom.testing;

/** The handshake was answered with an HTTP status other than 101. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refused(int status) {
    super("HTTP " + status);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
