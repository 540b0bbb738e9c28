package chatroom.room;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody is in one room, beside what they are everywhere. */
public enum RoomRole {
  /** Made it: may do all there. Is not given to anybody. */
  OWNER,
  /** Keeps order there: deletes, sets topic and slow mode, invites. */
  MODERATOR,
  /** What everybody is of whom nothing else is said. */
  MEMBER,
  /** Reads and reacts, and writes nothing. */
  READ_ONLY;

  /** The name on the wire, in {@code lower_case_with_underscores}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name that can be given; empty if there is none. */
  public static Optional<RoomRole> given(@Nullable String wireName) {
    return Arrays.stream(values())
        .filter(role -> role != OWNER && role.wireName().equals(wireName))
        .findAny();
  }
}
