package chatroom.wire;

import chatroom.room.Participant;
import chatroom.room.Unread;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of what people do beside talking; nobody is told it later.
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

  /** {@code message_read}: somebody says to have read your message. */
  record MessageRead(long timestamp, String room, Receipt content) implements Signal {
    /** Which, who, and when in seconds since the epoch. */
    public record Receipt(long messageId, long readBy, String readByName, long readAt) {}

    /** That user does. */
    public static MessageRead of(long messageId, Participant who, String room, long timestamp) {
      return new MessageRead(
          timestamp, room, new Receipt(messageId, who.id(), who.name().text(), timestamp));
    }
  }

  /** {@code marked_read}: you have read a room up to there. */
  record MarkedRead(long timestamp, String room, @Nullable String ref, Mark content)
      implements Signal {
    /** Up to where, and what comes after it. */
    public record Mark(long seq, int unread, int mentions) {}

    /** That is so. */
    public static MarkedRead of(
        String room, long seq, Unread unread, @Nullable String ref, long timestamp) {
      return new MarkedRead(
          timestamp, room, ref, new Mark(seq, unread.messages(), unread.mentions()));
    }
  }

  /** {@code ignored}: you hear nothing more of these, but what is stored. */
  record Ignored(long timestamp, @Nullable String ref, People content) implements Signal {
    /** Their numbers, rising. */
    public record People(List<Long> userIds) {}

    /** These are. */
    public static Ignored of(Set<Long> userIds, @Nullable String ref, long timestamp) {
      return new Ignored(timestamp, ref, new People(userIds.stream().sorted().toList()));
    }
  }
}
