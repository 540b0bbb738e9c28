package chatroom.room;

import java.time.Instant;

/**
 * Something that is stored in a room, and has its number there.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface StoredEvent permits ChatMessage, Edited, Deleted, Reacted {
  /** Unique in the whole deployment and rising, below 2^53. */
  long id();

  /** Its number in its room: 1, 2, 3 … without a gap. */
  long seq();

  /** Where it happened. */
  RoomName room();

  /** Who did it. */
  long authorId();

  /** The author's name when it was done. */
  String authorName();

  /** When it was stored. */
  Instant sentAt();
}
