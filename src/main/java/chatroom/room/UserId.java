package chatroom.room;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the number of a user as clients write it. */
public final class UserId {
  private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,15}");

  /** Above all ids: a script may hold each of them in a double. */
  private static final long BOUND = 1L << 53;

  private UserId() {}

  /** The number, or empty if the text is no number that a user can have. */
  public static OptionalLong parse(String text) {
    long id = FORM.matcher(text).matches() ? Long.parseLong(text) : BOUND;
    return id < BOUND ? OptionalLong.of(id) : OptionalLong.empty();
  }
}
