package chatroom.delivery;

/** Which clients of a room are told something. */
public enum Audience {
  /** All of them. */
  EVERYONE,
  /** Those that speak plainly. */
  PLAIN,
  /** Those that speak {@code chat.v1}. */
  CHAT_V1;

  /** Whether clients of that protocol are told. */
  boolean includes(Protocol protocol) {
    return switch (this) {
      case EVERYONE -> true;
      case PLAIN -> protocol == Protocol.PLAIN;
      case CHAT_V1 -> protocol == Protocol.CHAT_V1;
    };
  }
}
