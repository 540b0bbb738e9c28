package chatroom.room;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may do what in which room: of a private room nobody knows but those who may be in it.
 *
 * <p>Thread safety: may be asked by any thread; changed by one at a time, which alone may ask
 * whether there is place for more.
 */
public final class RoomRights implements RoomAccess {
  /** How many may be invited into one room. */
  static final int MAX_INVITED = 1_000;

  /** How many invitations there may be in all. */
  static final int MAX_INVITATIONS = 100_000;

  /** In a room of more members, not everybody may name all of them at once. */
  static final int MAX_NAMED_BY_ANYONE = 50;

  private static final class Standing {
    private volatile RoomCharter charter;

    /** By user, whether they may write. */
    private final Map<Long, Boolean> invited = new ConcurrentHashMap<>();

    Standing(RoomCharter charter) {
      this.charter = charter;
    }
  }

  private final RoomTerms terms;
  private final Map<RoomName, Standing> rooms = new ConcurrentHashMap<>();

  /** By user, how many rooms they own that are not archived. */
  private final Map<Long, Integer> owned = new ConcurrentHashMap<>();

  private int invitations;

  /** Without any room. */
  public RoomRights(RoomTerms terms) {
    this.terms = terms;
  }

  /** There is a room. */
  public void add(RoomCharter charter) {
    rooms.put(charter.name(), new Standing(charter));
    count(charter, 1);
  }

  /** There is a room no more, and nobody is invited into it. */
  public void remove(RoomName room) {
    Standing gone = rooms.remove(room);
    if (gone != null) {
      count(gone.charter, -1);
      invitations -= gone.invited.size();
    }
  }

  /** A room is so from now on. */
  public void replace(RoomCharter charter) {
    Standing room = rooms.get(charter.name());
    if (room != null) {
      count(room.charter, -1);
      room.charter = charter;
      count(charter, 1);
    }
  }

  private void count(RoomCharter charter, int more) {
    if (!charter.archived()) {
      owned.merge(charter.ownerId(), more, (before, it) -> before + it == 0 ? null : before + it);
    }
  }

  /**
   * Somebody may come into a private room from now on, or write in one for announcements.
   *
   * @return whether that was not so before
   */
  public boolean invite(RoomName room, long userId, boolean mayWrite) {
    Boolean before = standing(room).invited.put(userId, mayWrite);
    if (before == null) {
      invitations++;
    }
    return before == null || before != mayWrite;
  }

  /** Somebody may do so no more. */
  public void uninvite(RoomName room, long userId) {
    if (standing(room).invited.remove(userId) != null) {
      invitations--;
    }
  }

  /** Who was invited into a room that there is, and whether they may write; at this moment. */
  public Map<Long, Boolean> invited(RoomName room) {
    return Map.copyOf(standing(room).invited);
  }

  /** What the room is; there is one. */
  public RoomCharter charter(RoomName room) {
    return standing(room).charter;
  }

  private Standing standing(RoomName room) {
    return Optional.ofNullable(rooms.get(room)).orElseThrow();
  }

  /** Whether somebody was invited into a room that there is. */
  public boolean isInvited(long userId, RoomName room) {
    return standing(room).invited.containsKey(userId);
  }

  @Override
  public boolean mayRead(long userId, RoomName room) {
    if (room.isPrivate()) {
      return room.isOf(userId);
    }
    Standing standing = rooms.get(room);
    return standing != null && mayRead(userId, standing);
  }

  private static boolean mayRead(long userId, Standing room) {
    return !room.charter.byInvitation()
        || room.charter.ownerId() == userId
        || room.invited.containsKey(userId);
  }

  @Override
  public boolean mayWrite(long userId, RoomName room) {
    if (room.isPrivate()) {
      return room.isOf(userId);
    }
    Standing standing = rooms.get(room);
    return standing != null && mayRead(userId, standing) && mayWrite(userId, standing);
  }

  private static boolean mayWrite(long userId, Standing room) {
    RoomCharter charter = room.charter;
    return !charter.archived()
        && (!charter.announcement()
            || charter.ownerId() == userId
            || room.invited.getOrDefault(userId, false));
  }

  /** Whether somebody who may write in the room may name everybody in it at once. */
  public boolean mayNameAll(Participant who, RoomName room, int members) {
    return members <= MAX_NAMED_BY_ANYONE || who.moderates() || charter(room).ownerId() == who.id();
  }

  /**
   * Lets pass an invitation that there is place for.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED} if there is none
   */
  public void requirePlace(RoomName room, long userId) throws Rejection {
    Map<Long, Boolean> invited = standing(room).invited;
    boolean full = invited.size() >= MAX_INVITED || invitations >= MAX_INVITATIONS;
    if (full && !invited.containsKey(userId)) {
      throw new Rejection(Code.NOT_ALLOWED, "As many are invited as there can be");
    }
  }

  /**
   * Lets pass who may make a room.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED} if nobody may, or they have too many
   */
  public void requireMayMake(long userId) throws Rejection {
    if (!terms.anyoneMakesRooms()) {
      throw new Rejection(Code.NOT_ALLOWED, "Nobody makes rooms here");
    }
    requireFewerOwned(userId);
  }

  /**
   * Lets pass who may have one more room that is not archived.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED} if they have too many
   */
  public void requireFewerOwned(long userId) throws Rejection {
    if (owned.getOrDefault(userId, 0) >= terms.perUser()) {
      throw new Rejection(
          Code.NOT_ALLOWED, "You have as many rooms as one may have: " + terms.perUser());
    }
  }

  /**
   * Lets pass who may be in one more room.
   *
   * @param count in how many rooms they are
   * @throws Rejection {@link Code#NOT_ALLOWED} if that is too many
   */
  public void requireFewerJoined(int count) throws Rejection {
    if (count >= terms.perUser()) {
      throw new Rejection(
          Code.NOT_ALLOWED, "You are in as many rooms as one may be in: " + terms.perUser());
    }
  }
}
