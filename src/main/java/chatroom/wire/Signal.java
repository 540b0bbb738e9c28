package chatroom.wire;

import chatroom.room.Participant;

/**
 * What the server says of what people do beside talking; it is out of date soon, and nobody is told
 * it later.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface Signal extends ServerMessage {
  /** {@code typing}: somebody writes something just now, or no more. */
  record Typing(long timestamp, String room, Writing content) implements Signal {
    /** Who, and whether. */
    public record Writing(long userId, String userName, boolean isTyping) {}

    /** That user does. */
    public static Typing of(Participant who, boolean typing, String room, long timestamp) {
      return new Typing(timestamp, room, new Writing(who.id(), who.name().text(), typing));
    }
  }
}
