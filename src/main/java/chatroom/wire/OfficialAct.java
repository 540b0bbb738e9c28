package chatroom.wire;

import org.jspecify.annotations.Nullable;

/**
 * What somebody does to a user by right of a role.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface OfficialAct extends ClientMessage {
  /** The number of the user. */
  @Nullable String targetId();

  /** The name of the user, if no number is given. */
  @Nullable String username();

  /** Why. */
  @Nullable String reason();

  /** {@code kick}: let somebody go. */
  record Kick(
      @NumberOrString @Nullable String targetId,
      @Nullable String username,
      @Nullable String reason,
      @Nullable String ref)
      implements OfficialAct {}

  /** {@code mute}: let somebody say nothing for a while. */
  record Mute(
      @NumberOrString @Nullable String targetId,
      @Nullable String username,
      @Nullable Long seconds,
      @Nullable String reason,
      @Nullable String ref)
      implements OfficialAct {}

  /** {@code unmute}: let them speak again. */
  record Unmute(
      @NumberOrString @Nullable String targetId,
      @Nullable String username,
      @Nullable String reason,
      @Nullable String ref)
      implements OfficialAct {}

  /**
   * {@code ban}: let somebody go and not come again.
   *
   * @param prefix how many bits the address of a guest has in common with others that are banned
   */
  record Ban(
      @NumberOrString @Nullable String targetId,
      @Nullable String username,
      @Nullable Long seconds,
      @Nullable Long prefix,
      @Nullable String reason,
      @Nullable String ref)
      implements OfficialAct {}

  /** {@code unban}: let them come again. */
  record Unban(
      @NumberOrString @Nullable String targetId,
      @Nullable String username,
      @Nullable String reason,
      @Nullable String ref)
      implements OfficialAct {}

  /** {@code set_role}: let somebody be {@code member}, {@code moderator} or {@code admin}. */
  record SetRole(
      @NumberOrString @Nullable String targetId,
      @Nullable String username,
      @Nullable String role,
      @Nullable String reason,
      @Nullable String ref)
      implements OfficialAct {}
}
