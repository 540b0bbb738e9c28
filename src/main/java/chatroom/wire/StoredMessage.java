package chatroom.wire;

import chatroom.room.ChatMessage;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server says of stored messages, as they come and as they are read back. What a message
 * has not, and what has not become of it, is null.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface StoredMessage extends ServerMessage {
  /** How many have reacted with one emoji, and whether the reader is among them. */
  record Reactions(String emoji, int count, boolean mine) {}

  /** {@code message}: said to a room. */
  record Message(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      String room,
      @Nullable Long replyTo,
      @Nullable List<Long> mentions,
      @Nullable Boolean mentionsRoom,
      @Nullable Long editedAt,
      @Nullable Long deletedAt,
      @Nullable List<Reactions> reactions,
      String content)
      implements StoredMessage {
    /** A stored message of nothing but text. */
    public static Message of(ChatMessage message) {
      return new Message(
          message.sentAt().getEpochSecond(),
          message.id(),
          message.seq(),
          message.sentAt().toEpochMilli(),
          message.authorId(),
          message.authorName(),
          message.room().value(),
          Extras.replyTo(message),
          Extras.mentions(message),
          Extras.mentionsRoom(message),
          Extras.seconds(message.state().editedAt()),
          Extras.seconds(message.state().deletedAt()),
          Extras.reactions(message),
          message.text());
    }
  }

  /** {@code image}: shown to a room, or in a private chat. */
  record Image(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      String room,
      @Nullable Long replyTo,
      @Nullable List<Long> mentions,
      @Nullable Boolean mentionsRoom,
      @Nullable Long editedAt,
      @Nullable List<Reactions> reactions,
      Link content)
      implements StoredMessage {
    /** Where it is, and what stands for it where it is not shown. */
    public record Link(String url, String alt) {}

    private static Image of(ChatMessage message, String url, String room) {
      return new Image(
          message.sentAt().getEpochSecond(),
          message.id(),
          message.seq(),
          message.sentAt().toEpochMilli(),
          message.authorId(),
          message.authorName(),
          room,
          Extras.replyTo(message),
          Extras.mentions(message),
          Extras.mentionsRoom(message),
          Extras.seconds(message.state().editedAt()),
          Extras.reactions(message),
          new Link(url, message.text()));
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
      @Nullable Long replyTo,
      @Nullable List<Long> mentions,
      @Nullable Long editedAt,
      @Nullable Long deletedAt,
      @Nullable List<Reactions> reactions,
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
          Extras.replyTo(message),
          Extras.mentions(message),
          Extras.seconds(message.state().editedAt()),
          Extras.seconds(message.state().deletedAt()),
          Extras.reactions(message),
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
      @Nullable Long replyTo,
      @Nullable List<Long> mentions,
      @Nullable Long deletedAt,
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
          Extras.replyTo(message),
          Extras.mentions(message),
          Extras.seconds(message.state().deletedAt()),
          message.text());
    }
  }

  /**
   * {@code history}: stored events, oldest first.
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

  /** {@code search_results}: stored messages that were looked for, newest first. */
  record SearchResults(
      long timestamp, boolean hasMore, @Nullable String ref, List<ServerMessage> content)
      implements StoredMessage {}

  /**
   * A stored event, as it is told to all who may read it.
   *
   * @param room what the reader calls the room
   */
  static ServerMessage of(StoredEvent event, String room) {
    if (!(event instanceof ChatMessage message)) {
      return ChangeMessage.of(event, room);
    }
    Optional<String> url = message.body().imageUrl();
    if (url.isPresent()) {
      return Image.of(message, url.get(), room);
    }
    return message.room().isPrivate() ? PrivateMessage.of(message, room) : Message.of(message);
  }

  /**
   * A stored event of a private chat, as it is told to who did it.
   *
   * @param toId the other one
   */
  static ServerMessage sent(StoredEvent event, long toId, String toName) {
    return event instanceof ChatMessage message && message.body().imageUrl().isEmpty()
        ? PrivateMessageSent.of(message, toId, toName)
        : of(event, RoomName.privateWith(toId));
  }
}
