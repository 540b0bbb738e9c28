package chatroom.room;

/**
 * What a room is called: an open one, such as {@code general}, or the private chat of two users.
 *
 * <p>Thread safety: immutable.
 *
 * @param value the name in the log; a private chat's is the same for both of its users
 */
public record RoomName(String value) {
  /** The room where everyone begins. */
  public static final RoomName GENERAL = new RoomName("general");

  /** Where moderators and admins read what is reported, and nobody else. */
  public static final RoomName MODERATORS = new RoomName("moderators");

  private static final String PRIVATE = "@";

  /** The private chat of two users, who may be one and the same. */
  public static RoomName between(long oneUser, long otherUser) {
    return new RoomName(
        PRIVATE + Math.min(oneUser, otherUser) + ":" + Math.max(oneUser, otherUser));
  }

  /** What the user whose private chat with {@code otherUser} it is calls that chat. */
  public static String privateWith(long otherUser) {
    return PRIVATE + otherUser;
  }

  /** Whether a name that a client sent is that of a private chat. */
  public static boolean namesPrivateChat(String room) {
    return room.startsWith(PRIVATE);
  }

  /** Whether only two users can read it. */
  public boolean isPrivate() {
    return namesPrivateChat(value);
  }

  /** Whether it is a private chat of that user. */
  public boolean isOf(long userId) {
    int colon = value.indexOf(':');
    String id = Long.toString(userId);
    return isPrivate()
        && (value.substring(1, colon).equals(id) || value.substring(colon + 1).equals(id));
  }

  /** The other user of a private chat of that user; the same one in a chat with oneself. */
  public long other(long userId) {
    int colon = value.indexOf(':');
    long low = Long.parseLong(value, 1, colon, 10);
    return low == userId ? Long.parseLong(value, colon + 1, value.length(), 10) : low;
  }

  @Override
  public String toString() {
    return value;
  }
}
