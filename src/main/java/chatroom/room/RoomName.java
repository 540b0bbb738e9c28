package chatroom.room;

/**
 * What a room is called: {@code general}, or the private chat of two users.
 *
 * <p>Thread safety: immutable.
 *
 * @param value the name in the log; a private chat's is the same for both of its users
 */
public record RoomName(String value) {
  /** The room where everyone begins. */
  public static final RoomName GENERAL = new RoomName("general");

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

  @Override
  public String toString() {
    return value;
  }
}
