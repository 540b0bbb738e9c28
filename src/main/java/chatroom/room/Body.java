package chatroom.room;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a message says.
 *
 * <p>Thread safety: immutable.
 *
 * @param text what was written, or what stands for an image where it is not shown; no lone
 *     surrogates
 * @param imageUrl where the image is, if it is one
 * @param replyTo the {@code id} of the message that it answers, if it answers one
 * @param mentions the users that it names
 * @param mentionsRoom whether it names everybody in the room
 */
public record Body(
    String text,
    Optional<String> imageUrl,
    OptionalLong replyTo,
    Set<Long> mentions,
    boolean mentionsRoom) {
  /** What is left of a deleted message. */
  public static final Body ERASED = text("");

  public Body {
    mentions = Set.copyOf(mentions);
  }

  /** Nothing but text. */
  public static Body text(String text) {
    return new Body(text, Optional.empty(), OptionalLong.empty(), Set.of(), false);
  }

  /** The same, and it names somebody. */
  public Body naming(Mentions named) {
    return new Body(text, imageUrl, replyTo, named.users(), named.everybody());
  }

  /** The same with another text. */
  public Body withText(String other) {
    return new Body(other, imageUrl, replyTo, mentions, mentionsRoom);
  }
}
