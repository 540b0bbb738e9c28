package chatroom.delivery;

/** The ways in which the server ends a connection, each with its close code (RFC 6455, 7.4). */
public enum Disconnect {
  /** The peer closed the connection for good, with 1000 or with no code. */
  PEER_LEFT(1000, "peer left"),
  /** The connection broke, or the peer closed it and did not say that it was for good. */
  PEER_GONE(1000, "peer gone"),
  /** The server or the application stops. */
  GOING_AWAY(1001, "going away"),
  /** The peer gave no sign of life for too long. */
  SILENT(1001, "no sign of life"),
  /** A send failed. */
  SEND_FAILED(1001, "send failed"),
  /** A frame was larger than any frame may be. */
  TOO_BIG(1009, "frame too big"),
  /** Something in the server broke. */
  INTERNAL_ERROR(1011, "internal error"),
  /** The login by which it came was ended, or its session. */
  SIGNED_OUT(1008, "the login ended"),
  /** There is no room for another client. */
  SERVER_FULL(1013, "server is full"),
  /** Something that a client cannot do without cannot be had now. */
  UNAVAILABLE(1013, "unavailable"),
  /** The same user came again on another connection. */
  REPLACED(4000, "replaced"),
  /** A password was wrong. */
  AUTH_FAILED(4001, "sign-in failed"),
  /** The client did not sign in in time. */
  NOT_SIGNED_IN(4001, "not signed in"),
  /** The client did not say hello in time. */
  NO_HELLO(4002, "no hello"),
  /** The user was kicked, or is banned. */
  EXPELLED(4003, "kicked or banned"),
  /** The client reads too slowly, or not at all. */
  SLOW_CONSUMER(4008, "slow consumer");

  private final int closeCode;
  private final String reason;

  Disconnect(int closeCode, String reason) {
    this.closeCode = closeCode;
    this.reason = reason;
  }

  /**
   * Whether it may have happened against the will of the user, whose place is then held for a while
   * in case the user comes back.
   */
  public boolean mayResume() {
    return switch (this) {
      case PEER_GONE, SILENT, SEND_FAILED, SLOW_CONSUMER, INTERNAL_ERROR, UNAVAILABLE -> true;
      case PEER_LEFT,
          GOING_AWAY,
          TOO_BIG,
          SIGNED_OUT,
          SERVER_FULL,
          REPLACED,
          AUTH_FAILED,
          NOT_SIGNED_IN,
          NO_HELLO,
          EXPELLED ->
          false;
    };
  }

  /** Whether the peer has shown that it takes nothing any more. */
  public boolean isDeaf() {
    return switch (this) {
      case PEER_LEFT, PEER_GONE, SILENT, SEND_FAILED, SLOW_CONSUMER -> true;
      case GOING_AWAY,
          TOO_BIG,
          INTERNAL_ERROR,
          SIGNED_OUT,
          SERVER_FULL,
          UNAVAILABLE,
          REPLACED,
          AUTH_FAILED,
          NOT_SIGNED_IN,
          NO_HELLO,
          EXPELLED ->
          false;
    };
  }

  /** The code in the close frame. */
  public int closeCode() {
    return closeCode;
  }

  /** The text in the close frame and in the log; at most 123 bytes of ASCII. */
  public String reason() {
    return reason;
  }
}
