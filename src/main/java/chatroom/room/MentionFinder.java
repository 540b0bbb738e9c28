package chatroom.room;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds whom a text names: after an {@code @} where a word begins, the longest name that ends where
 * one ends. Names are compared by their {@linkplain Nickname#key keys}; {@code @room} is everybody.
 * The page finds the same ({@code mentions.js}).
 *
 * <p>From an {@code @} on no more is read than a name can have, and nothing from the next one on:
 * it takes as long as the text, and next to nothing without an {@code @}.
 *
 * <p>Thread safety: immutable.
 */
public final class MentionFinder {
  /** How many times a text can name somebody: what comes then is text. */
  public static final int MOST = 50;

  /** How long a name may be, in code points. */
  private static final int LONGEST = 60;

  private static final String ROOM = "room";
  private static final long EVERYBODY = 0;
  private static final char TEXT_LOOK = '\uFE0E';
  private static final char EMOJI_LOOK = '\uFE0F';

  private final Nicknames nicknames;

  /**
   * @param nicknames the rules for names
   */
  public MentionFinder(Nicknames nicknames) {
    this.nicknames = nicknames;
  }

  /**
   * Whom the text names.
   *
   * @param byKey the number of who has a name of that key, of those that can be named
   */
  public Mentions find(String text, Function<String, Optional<Long>> byKey) {
    if (text.indexOf('@') < 0) {
      return Mentions.NONE;
    }
    String prose = Prose.of(text);
    Set<Long> named = new HashSet<>();
    int tried = 0;
    for (int at = prose.indexOf('@'); at >= 0 && tried < MOST; at = prose.indexOf('@', at + 1)) {
      if (Words.beginAt(prose, at)) {
        tried++;
        longest(prose, at + 1, byKey).ifPresent(named::add);
      }
    }
    boolean everybody = named.remove(EVERYBODY);
    return new Mentions(named, everybody);
  }

  private Optional<Long> longest(String text, int start, Function<String, Optional<Long>> byKey) {
    Nicknames.Reading name = nicknames.read();
    Optional<Long> longest = Optional.empty();
    int end = start;
    for (int length = 0; length < LONGEST && !isOver(text, end); length++) {
      int next = text.codePointAt(end);
      end += Character.charCount(next);
      if (next != TEXT_LOOK && next != EMOJI_LOOK) {
        name.add(next);
      }
      if (Words.endAt(text, end)) {
        Optional<Long> whose =
            isRoom(text, start, end) ? Optional.of(EVERYBODY) : byKey.apply(name.key());
        longest = whose.isPresent() ? whose : longest;
      }
    }
    return longest;
  }

  private static boolean isOver(String text, int at) {
    return at == text.length() || "@\n\r\u2028\u2029".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isRoom(String text, int start, int end) {
    return end - start == ROOM.length() && text.regionMatches(true, start, ROOM, 0, ROOM.length());
  }
}
