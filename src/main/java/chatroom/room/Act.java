package chatroom.room;

/**
 * Something that somebody did to others, or to a room, by a right that not everybody has; or a
 * report.
 *
 * <p>Thread safety: immutable.
 *
 * @param kind what was done: the {@code type} of the client's message, as {@code kick}; ASCII, at
 *     most 32 characters
 * @param actorId who did it; {@link #NOBODY} for the server
 * @param actorName what they were called then
 * @param targetId to whom; {@link #NOBODY} if to no user
 * @param targetName what they were called then, or what else was meant, as a range of addresses;
 *     empty if nothing was
 * @param room the room that it was about; empty for none
 * @param detail for people: for how long, why, what it was before; {@link #bounded} cuts it
 */
public record Act(
    String kind,
    long actorId,
    String actorName,
    long targetId,
    String targetName,
    String room,
    String detail) {
  /** How long a detail is kept, in UTF-16 units; a name or a room are far shorter. */
  public static final int MAX_DETAIL = 1_000;

  /** The number of no user. */
  public static final long NOBODY = 0;

  /** Something that somebody who is here did; more is said of it by the other methods. */
  public static Act by(Participant actor, String kind) {
    return new Act(kind, actor.id(), actor.name().text(), NOBODY, "", "", "");
  }

  /** Something that the server did by itself; more is said of it by the other methods. */
  public static Act byTheServer(String kind) {
    return new Act(kind, NOBODY, "System", NOBODY, "", "", "");
  }

  /** The same, done to a user; {@link #NOBODY} for what has a name alone. */
  public Act to(long userId, String name) {
    return new Act(kind, actorId, actorName, userId, name, room, detail);
  }

  /** The same in a room. */
  public Act in(RoomName where) {
    return new Act(kind, actorId, actorName, targetId, targetName, where.value(), detail);
  }

  /** The same with what else there is to say. */
  public Act saying(String more) {
    return new Act(kind, actorId, actorName, targetId, targetName, room, more);
  }

  /** The same with a detail of at most {@value #MAX_DETAIL} UTF-16 units, no character halved. */
  public Act bounded() {
    if (detail.length() <= MAX_DETAIL) {
      return this;
    }
    int end =
        Character.isHighSurrogate(detail.charAt(MAX_DETAIL - 1)) ? MAX_DETAIL - 1 : MAX_DETAIL;
    return saying(detail.substring(0, end));
  }
}
