package chatroom.room;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has become of a message since it was written.
 *
 * <p>Thread safety: immutable.
 *
 * @param editedAt when its text was changed last, if it was
 * @param deletedAt when it was deleted, if it was
 * @param reactions to it, the oldest emoji first
 */
public record MessageState(
    Optional<Instant> editedAt, Optional<Instant> deletedAt, List<Reaction> reactions) {
  /** Nothing. */
  public static final MessageState UNCHANGED =
      new MessageState(Optional.empty(), Optional.empty(), List.of());

  public MessageState {
    reactions = List.copyOf(reactions);
  }

  /** It was deleted, and nothing else counts any more. */
  public static MessageState deleted(Instant when) {
    return new MessageState(Optional.empty(), Optional.of(when), List.of());
  }
}
