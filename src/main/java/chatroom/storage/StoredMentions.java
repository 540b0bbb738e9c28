package chatroom.storage;

import chatroom.room.Body;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message names, as databases hold it: numbers of users with a comma before and after each,
 * so that one of them can be looked for; 0 is everybody in the room.
 *
 * @param users the numbers of users
 * @param room whether everybody in the room is named
 */
record StoredMentions(Set<Long> users, boolean room) {
  private static final StoredMentions NOBODY = new StoredMentions(Set.of(), false);
  private static final String COMMA = ",";
  static final long EVERYBODY = 0;

  /** The text to store; null if nobody is named, as in nearly all messages. */
  static @Nullable String encode(Body body) {
    if (body.mentions().isEmpty() && !body.mentionsRoom()) {
      return null;
    }
    LongStream everybody = body.mentionsRoom() ? LongStream.of(EVERYBODY) : LongStream.empty();
    LongStream users = body.mentions().stream().mapToLong(id -> id).sorted();
    return LongStream.concat(everybody, users)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(COMMA, COMMA, COMMA));
  }

  /** What was stored. */
  static StoredMentions decode(@Nullable String stored) {
    if (stored == null) {
      return NOBODY;
    }
    Stream<String> numbers = Arrays.stream(stored.split(COMMA)).filter(it -> !it.isEmpty());
    Set<Long> ids = numbers.map(Long::valueOf).collect(Collectors.toSet());
    return new StoredMentions(
        ids.stream().filter(id -> id != EVERYBODY).collect(Collectors.toSet()),
        ids.contains(EVERYBODY));
  }
}
