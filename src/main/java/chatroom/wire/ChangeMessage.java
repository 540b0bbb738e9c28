package chatroom.wire;

import chatroom.room.Deleted;
import chatroom.room.Edited;
import chatroom.room.Reacted;
import chatroom.room.StoredEvent;

/**
 * What the server says of changes to stored messages, which are stored and numbered as these are.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface ChangeMessage extends ServerMessage {
  /** {@code message_edited}: a message says something else now. */
  record MessageEdited(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      String room,
      Edit content)
      implements ChangeMessage {
    /** Which message, what it says now, empty if it was deleted since, and since when. */
    public record Edit(long messageId, String content, long editedAt) {}

    private static MessageEdited of(Edited event, String room) {
      return new MessageEdited(
          event.sentAt().getEpochSecond(),
          event.id(),
          event.seq(),
          event.sentAt().toEpochMilli(),
          event.authorId(),
          event.authorName(),
          room,
          new Edit(event.messageId(), event.text(), event.sentAt().getEpochSecond()));
    }
  }

  /** {@code message_deleted}: a message is a tombstone from now on. */
  record MessageDeleted(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      String room,
      Deletion content)
      implements ChangeMessage {
    /** Which message, and when. */
    public record Deletion(long messageId, long deletedAt) {}

    private static MessageDeleted of(Deleted event, String room) {
      return new MessageDeleted(
          event.sentAt().getEpochSecond(),
          event.id(),
          event.seq(),
          event.sentAt().toEpochMilli(),
          event.authorId(),
          event.authorName(),
          room,
          new Deletion(event.messageId(), event.sentAt().getEpochSecond()));
    }
  }

  /** {@code reaction}: somebody put an emoji to a message, or took it away. */
  record Reaction(
      long timestamp,
      long id,
      long seq,
      long sentAt,
      long fromId,
      String fromName,
      String room,
      Emoji content)
      implements ChangeMessage {
    /** To which message, what, who, whether it is there now, and how many have put it there. */
    public record Emoji(long messageId, String emoji, long userId, boolean on, int count) {}

    private static Reaction of(Reacted event, String room) {
      return new Reaction(
          event.sentAt().getEpochSecond(),
          event.id(),
          event.seq(),
          event.sentAt().toEpochMilli(),
          event.authorId(),
          event.authorName(),
          room,
          new Emoji(event.messageId(), event.emoji(), event.authorId(), event.on(), event.count()));
    }
  }

  /**
   * A stored change, as it is told to all who may read it.
   *
   * @param event anything but a message
   * @param room what the reader calls the room
   */
  static ChangeMessage of(StoredEvent event, String room) {
    if (event instanceof Edited edited) {
      return MessageEdited.of(edited, room);
    } else if (event instanceof Deleted deleted) {
      return MessageDeleted.of(deleted, room);
    } else {
      return Reaction.of((Reacted) event, room);
    }
  }
}
