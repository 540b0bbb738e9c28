package chatroom.room;

import java.util.Set;

/**
 * Whom a text names.
 *
 * <p>Thread safety: immutable.
 *
 * @param users by number
 * @param everybody whether it says {@code @room}
 */
public record Mentions(Set<Long> users, boolean everybody) {
  /** Nobody, as nearly every text. */
  public static final Mentions NONE = new Mentions(Set.of(), false);

  public Mentions {
    users = Set.copyOf(users);
  }

  /** The same, but not everybody. */
  public Mentions withoutEverybody() {
    return new Mentions(users, false);
  }
}
