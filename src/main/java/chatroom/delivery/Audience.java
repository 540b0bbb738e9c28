package chatroom.delivery;

/** Which of a room's clients something is told to. */
public enum Audience {
  EVERYONE,
  /** Those who speak {@link Protocol#PLAIN}. */
  PLAIN,
  /** Those who speak {@link Protocol#CHAT_V1}. */
  CHAT_V1;

  boolean includes(Protocol protocol) {
    return switch (this) {
      case EVERYONE -> true;
      case PLAIN -> protocol == Protocol.PLAIN;
      case CHAT_V1 -> protocol == Protocol.CHAT_V1;
    };
  }
}
