package chatroom.delivery;

/**
 * Keeps what is under way to a peer within a bound, however much the container would take: every
 * half window a ping is due, and beyond a window nothing is sent until the peer has answered one.
 *
 * <p>A container may call a frame sent when it has only queued it (Payara does, some megabytes of
 * it). A pong proves that all that was sent before its ping has been read, for a peer answers in
 * order (RFC 6455, 5.5.3).
 *
 * <p>Thread safety: none; its outbox guards it.
 */
final class CreditWindow {
  private final long window;
  private long sent;
  private long asked;
  private long answered;

  /**
   * @param window how many bytes may be under way
   */
  CreditWindow(long window) {
    this.window = window;
  }

  /** So many bytes more are under way. */
  void sent(int bytes) {
    sent += bytes;
  }

  /** Whether more may be sent. */
  boolean isOpen() {
    return sent - answered <= window;
  }

  /** Whether the peer is to be asked how far it has read. */
  boolean isPingDue() {
    return sent - asked >= window / 2;
  }

  /** The mark of a ping that is sent now. */
  long mark() {
    asked = sent;
    return sent;
  }

  /** The peer answered the ping of that mark; one that was never asked means nothing. */
  void answered(long mark) {
    if (mark > answered && mark <= asked) {
      answered = mark;
    }
  }
}
