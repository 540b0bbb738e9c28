package chatroom.room;

/**
 * What a room is, beside who is in it: all that is kept of it.
 *
 * <p>Thread safety: immutable; a room that is changed has another charter.
 *
 * @param topic what it is about; empty if nobody has said it
 * @param byInvitation whether only its owner and who is invited may know of it: a private room
 * @param announcement whether only its owner, and who is invited to, may write in it
 * @param archived whether nothing may be written in it any more
 * @param ownerId who made it; {@link #NOBODY} for a room of the settings
 * @param slowSeconds how long a member waits from one message to the next, 0 to {@value
 *     #MAX_SLOW_SECONDS}
 */
public record RoomCharter(
    RoomName name,
    String topic,
    boolean byInvitation,
    boolean announcement,
    boolean archived,
    long ownerId,
    int slowSeconds) {
  /** The owner of rooms that nobody made. */
  public static final long NOBODY = 0;

  /** The slowest that a room can be. */
  public static final int MAX_SLOW_SECONDS = 3_600;

  /** A room that is not slow. */
  public RoomCharter(
      RoomName name,
      String topic,
      boolean byInvitation,
      boolean announcement,
      boolean archived,
      long ownerId) {
    this(name, topic, byInvitation, announcement, archived, ownerId, 0);
  }

  /** A room of the settings that nothing is kept of. */
  public static RoomCharter ofSettings(RoomName name) {
    return new RoomCharter(name, "", false, false, false, NOBODY);
  }

  /** The room where what is reported is read. */
  public static RoomCharter ofModerators() {
    return new RoomCharter(RoomName.MODERATORS, "Reports", true, false, false, NOBODY);
  }

  /** Whether nobody made it. */
  public boolean isOfSettings() {
    return ownerId == NOBODY;
  }

  /** The same with another topic. */
  public RoomCharter withTopic(String newTopic) {
    return new RoomCharter(
        name, newTopic, byInvitation, announcement, archived, ownerId, slowSeconds);
  }

  /** The same, archived or not. */
  public RoomCharter withArchived(boolean now) {
    return new RoomCharter(name, topic, byInvitation, announcement, now, ownerId, slowSeconds);
  }

  /** The same, slower or faster. */
  public RoomCharter withSlowSeconds(int seconds) {
    return new RoomCharter(name, topic, byInvitation, announcement, archived, ownerId, seconds);
  }
}
