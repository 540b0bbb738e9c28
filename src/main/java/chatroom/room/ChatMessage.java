package chatroom.room;

import java.time.Instant;

/**
 * A stored message.
 *
 * <p>Thread safety: immutable.
 *
 * @param id unique in the whole deployment and rising, below 2^53
 * @param seq its number in its room: 1, 2, 3 … without a gap
 * @param room where it stands
 * @param authorId who wrote it
 * @param authorName the author's name when it was written
 * @param text what was written; not empty, no lone surrogates
 * @param sentAt when it was stored
 */
public record ChatMessage(
    long id,
    long seq,
    RoomName room,
    long authorId,
    String authorName,
    String text,
    Instant sentAt) {}
