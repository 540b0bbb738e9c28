package chatroom.room;

import java.time.Instant;

/**
 * Somebody put an emoji to a message, or took it away.
 *
 * @param messageId which one
 * @param on whether it was put there
 * @param count how many have put it there then
 */
public record Reacted(
    long id,
    long seq,
    RoomName room,
    long authorId,
    String authorName,
    long messageId,
    String emoji,
    boolean on,
    int count,
    Instant sentAt)
    implements StoredEvent {}
