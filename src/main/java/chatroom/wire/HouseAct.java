package chatroom.wire;

import org.jspecify.annotations.Nullable;

/**
 * What is said of order in the whole house.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface HouseAct extends ClientMessage {

  /** {@code get_audit}: what was done by right, before an entry. */
  record GetAudit(@Nullable Long before, @Nullable Long limit, @Nullable String ref)
      implements HouseAct {}

  /**
   * {@code get_people}: who has an account, above a user's number.
   *
   * @param name how the name begins
   */
  record GetPeople(
      @Nullable Long after, @Nullable Long limit, @Nullable String name, @Nullable String ref)
      implements HouseAct {}

  /** {@code lockdown}: let nobody new in, or again. */
  record SetLockdown(@Nullable Boolean on, @Nullable String ref) implements HouseAct {}

  /** {@code report}: tell the moderators of a message. */
  record Report(@Nullable Long messageId, @Nullable String reason, @Nullable String ref)
      implements HouseAct {}
}
