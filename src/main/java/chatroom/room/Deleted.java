package chatroom.room;

import java.time.Instant;

/**
 * A message was deleted; its place in the room stays.
 *
 * @param authorId who deleted it
 * @param messageId which one
 */
public record Deleted(
    long id,
    long seq,
    RoomName room,
    long authorId,
    String authorName,
    long messageId,
    Instant sentAt)
    implements StoredEvent {}
