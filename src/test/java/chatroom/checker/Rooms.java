package chatroom.checker;

/** Names of rooms that mean the same to everybody: a private chat is {@code @3@7} for both. */
final class Rooms {
  static final String GENERAL = "general";

  private Rooms() {}

  /** The name of what {@code user} calls {@code own}. */
  static String shared(long user, String own) {
    return own.startsWith("@") ? between(user, Long.parseLong(own.substring(1))) : own;
  }

  /** The private chat of two. */
  static String between(long one, long other) {
    return "@" + Math.min(one, other) + "@" + Math.max(one, other);
  }

  static boolean isPrivate(String shared) {
    return shared.startsWith("@");
  }

  /** Whether the user may see what is said there. */
  static boolean isOpenTo(long user, String shared) {
    return !isPrivate(shared) || shared.startsWith("@" + user + "@") || shared.endsWith("@" + user);
  }

  /** What {@code user} calls a room. */
  static String own(long user, String shared) {
    if (!isPrivate(shared)) {
      return shared;
    }
    String one = shared.substring(1, shared.lastIndexOf('@'));
    return one.equals(Long.toString(user)) ? shared.substring(one.length() + 1) : "@" + one;
  }
}
