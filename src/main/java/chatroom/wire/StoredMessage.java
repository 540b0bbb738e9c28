package chatroom.wire;

import chatroom.room.ChatMessage;
import chatroom.room.RoomName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of what is stored: messages, as they come and as they are read back.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface StoredMessage extends ServerMessage {
  /** {@code message}: said to a room. */
  record Message(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      String room,
      String content)
      implements StoredMessage {
    /** A stored message. */
    public static Message of(ChatMessage message) {
      return new Message(
          message.sentAt().getEpochSecond(),
          message.id(),
          message.seq(),
          message.sentAt().toEpochMilli(),
          message.authorId(),
          message.authorName(),
          message.room().value(),
          message.text());
    }
  }

  /** {@code private_message}: said to the one who receives it. */
  record PrivateMessage(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      String room,
      String content)
      implements StoredMessage {
    /** A stored message of a private chat, which the reader knows by the given name. */
    public static PrivateMessage of(ChatMessage message, String room) {
      return new PrivateMessage(
          message.sentAt().getEpochSecond(),
          message.id(),
          message.seq(),
          message.sentAt().toEpochMilli(),
          message.authorId(),
          message.authorName(),
          room,
          message.text());
    }
  }

  /** {@code private_message_sent}: said by the one who receives it. */
  record PrivateMessageSent(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      long toId,
      String toName,
      String room,
      String content)
      implements StoredMessage {
    /** A stored message as its author sees it. */
    public static PrivateMessageSent of(ChatMessage message, long toId, String toName) {
      return new PrivateMessageSent(
          message.sentAt().getEpochSecond(),
          message.id(),
          message.seq(),
          message.sentAt().toEpochMilli(),
          message.authorId(),
          message.authorName(),
          toId,
          toName,
          RoomName.privateWith(toId),
          message.text());
    }
  }

  /**
   * {@code history}: stored messages, oldest first.
   *
   * @param reset true if it stands for what was missed, which cannot be told; else null
   */
  record History(
      long timestamp,
      String room,
      boolean hasMore,
      long lastSeq,
      @Nullable Boolean reset,
      @Nullable String ref,
      List<ServerMessage> content)
      implements StoredMessage {}
}
