package chatroom.room;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a program may do that comes by an access key. */
public enum Scope {
  /** Hear and ask; every key has it, for who is here hears. */
  READ,
  /** Say something, and change what is the user's own. */
  WRITE,
  /** What the user may do by right of a role. */
  MODERATE;

  /**
   * Scopes as a client wrote them, by commas.
   *
   * @throws Rejection {@link Code#INVALID_FORMAT} if there is none, or one that is none
   */
  public static Set<Scope> parse(@Nullable String text) throws Rejection {
    Set<Scope> scopes = EnumSet.of(READ);
    for (String name : (text == null ? "" : text).split(",", -1)) {
      scopes.add(one(name.strip()));
    }
    return scopes;
  }

  private static Scope one(String name) throws Rejection {
    for (Scope scope : values()) {
      if (scope.wireName().equals(name)) {
        return scope;
      }
    }
    throw new Rejection(Code.INVALID_FORMAT, "scopes are of read, write and moderate, by commas");
  }

  private String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Scopes as they are told, by commas. */
  public static String text(Set<Scope> scopes) {
    return EnumSet.copyOf(scopes).stream().map(Scope::wireName).collect(Collectors.joining(","));
  }
}
