package chatroom.room;

import java.time.Instant;

/**
 * The text of a message was changed.
 *
 * @param messageId which one
 * @param text what it says now; empty if the message was deleted since
 */
public record Edited(
    long id,
    long seq,
    RoomName room,
    long authorId,
    String authorName,
    long messageId,
    String text,
    Instant sentAt)
    implements StoredEvent {
  /** What is left of it when the message is deleted. */
  public Edited erased() {
    return new Edited(id, seq, room, authorId, authorName, messageId, "", sentAt);
  }
}
