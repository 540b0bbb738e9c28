package chatroom.room;

/**
 * The rules for names of rooms.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface RoomNaming {
  /** The longest name, in code points. */
  int MAX_LENGTH = 40;

  /**
   * The name of a new room.
   *
   * @param raw what the client sent
   * @throws Rejection {@link Code#INVALID_ROOM} if it breaks the rules
   */
  RoomName parse(String raw) throws Rejection;

  /** What two names that people would take for one another have in common. */
  String key(RoomName name);
}
