package chatroom.room;

import java.time.Instant;
import java.util.Set;

/**
 * A stored message: as it was written, or in its present state. A deleted one is a tombstone in
 * either case, for its body is stored no more.
 *
 * <p>Thread safety: immutable.
 *
 * @param body what it says; {@link Body#ERASED} if it was deleted
 * @param state what has become of it; {@link MessageState#UNCHANGED} as it was written
 */
public record ChatMessage(
    long id,
    long seq,
    RoomName room,
    long authorId,
    String authorName,
    Body body,
    Instant sentAt,
    MessageState state)
    implements StoredEvent {
  /** A message of nothing but text, as it was written. */
  public ChatMessage(
      long id,
      long seq,
      RoomName room,
      long authorId,
      String authorName,
      String text,
      Instant sentAt) {
    this(id, seq, room, authorId, authorName, Body.text(text), sentAt, MessageState.UNCHANGED);
  }

  /** The text, or what stands for the image. */
  public String text() {
    return body.text();
  }

  /** The users that it names. */
  public Set<Long> mentions() {
    return body.mentions();
  }

  /** Whether it names everybody in the room. */
  public boolean mentionsRoom() {
    return body.mentionsRoom();
  }

  /** Whether it is a tombstone. */
  public boolean isDeleted() {
    return state.deletedAt().isPresent();
  }

  /** The same message as it reads later. */
  public ChatMessage become(Body laterBody, MessageState laterState) {
    return new ChatMessage(id, seq, room, authorId, authorName, laterBody, sentAt, laterState);
  }

  /** What is left of it when it is deleted. */
  public ChatMessage deleted(Instant when) {
    return become(Body.ERASED, MessageState.deleted(when));
  }
}
