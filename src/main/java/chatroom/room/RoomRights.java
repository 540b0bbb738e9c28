package chatroom.room;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

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

    /** By user; who is not here is a member, or the owner. */
    private final Map<Long, RoomRole> roles = new ConcurrentHashMap<>();

    Standing(RoomCharter charter) {
      this.charter = charter;
    }
  }

  private final RoomTerms terms;
  private final LongPredicate moderates;
  private final Map<RoomName, Standing> rooms = new ConcurrentHashMap<>();

  /** By user, how many rooms they own that are not archived. */
  private final Map<Long, Integer> owned = new ConcurrentHashMap<>();

  private int invitations;

  /** Without any room, where nobody moderates. */
  public RoomRights(RoomTerms terms) {
    this(terms, nobody -> false);
  }

  /**
   * Without any room.
   *
   * @param moderates whether a user keeps order everywhere now; asked by any thread
   */
  public RoomRights(RoomTerms terms, LongPredicate moderates) {
    this.terms = terms;
    this.moderates = moderates;
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
      invitations -= gone.invited.size() + gone.roles.size();
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

  /** Somebody may do so no more, and is no moderator of the room. */
  public void uninvite(RoomName room, long userId) {
    if (standing(room).invited.remove(userId) != null) {
      invitations--;
    }
    if (roles(room).get(userId) == RoomRole.MODERATOR) {
      setRole(room, userId, RoomRole.MEMBER);
    }
  }

  /** Somebody is that in the room from now on. */
  public void setRole(RoomName room, long userId, RoomRole role) {
    Map<Long, RoomRole> roles = standing(room).roles;
    if (role == RoomRole.MEMBER) {
      invitations -= roles.remove(userId) == null ? 0 : 1;
    } else {
      invitations += roles.put(userId, role) == null ? 1 : 0;
    }
  }

  /** What somebody is in a room that there is, whether they are in it or not. */
  public RoomRole role(RoomName room, long userId) {
    return role(userId, standing(room));
  }

  private static RoomRole role(long userId, Standing room) {
    return room.charter.ownerId() == userId
        ? RoomRole.OWNER
        : room.roles.getOrDefault(userId, RoomRole.MEMBER);
  }

  /** Who is something else than a member or the owner of a room that there is, at this moment. */
  public Map<Long, RoomRole> roles(RoomName room) {
    return Map.copyOf(standing(room).roles);
  }

  /** Whether somebody keeps order in a room that they may read: there, or everywhere. */
  public boolean keepsOrder(Participant who, RoomName room) {
    return who.moderates() || isOwnerOrModerator(who.id(), room);
  }

  /**
   * Lets pass who keeps order in a room.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED} if it is somebody else
   */
  public void requireOrder(Participant who, RoomName room) throws Rejection {
    if (!keepsOrder(who, room)) {
      throw new Rejection(Code.NOT_ALLOWED, "Only who keeps order in the room may do that");
    }
  }

  /** Whether somebody owns a room that there is, or is a moderator of it. */
  public boolean isOwnerOrModerator(long userId, RoomName room) {
    RoomRole role = role(room, userId);
    return role == RoomRole.OWNER || role == RoomRole.MODERATOR;
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

  /** The rooms that somebody may read, by their names; without private chats. */
  public List<RoomCharter> readableBy(long userId) {
    return rooms.values().stream()
        .filter(room -> mayRead(userId, room))
        .map(room -> room.charter)
        .sorted(Comparator.comparing(charter -> charter.name().value()))
        .toList();
  }

  /** What a room is that somebody may read; empty if there is none, or not for them. */
  public Optional<RoomCharter> readable(long userId, RoomName room) {
    return Optional.ofNullable(rooms.get(room))
        .filter(standing -> mayRead(userId, standing))
        .map(standing -> standing.charter);
  }

  @Override
  public boolean mayRead(long userId, RoomName room) {
    if (room.isPrivate()) {
      return room.isOf(userId);
    }
    Standing standing = rooms.get(room);
    return standing != null && mayRead(userId, standing);
  }

  /** The room of the moderators is theirs by its name, whoever made it and invited whom. */
  private boolean mayRead(long userId, Standing room) {
    if (room.charter.name().equals(RoomName.MODERATORS)) {
      return moderates.test(userId);
    }
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

  /** Who keeps order everywhere is silenced by no room. */
  private boolean mayWrite(long userId, Standing room) {
    RoomRole role = role(userId, room);
    return !room.charter.archived()
        && (role != RoomRole.READ_ONLY || moderates.test(userId))
        && (!room.charter.announcement()
            || role != RoomRole.MEMBER
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
    requirePlace(standing(room).invited, userId, "As many are invited as there can be");
  }

  /**
   * Lets pass a role that there is place for: as many as there may be invitations, and together
   * with these.
   *
   * @throws Rejection {@link Code#NOT_ALLOWED} if there is none
   */
  public void requirePlaceForRole(RoomName room, long userId) throws Rejection {
    requirePlace(standing(room).roles, userId, "As many have a role as there can be");
  }

  private void requirePlace(Map<Long, ?> taken, long userId, String otherwise) throws Rejection {
    boolean full = taken.size() >= MAX_INVITED || invitations >= MAX_INVITATIONS;
    if (full && !taken.containsKey(userId)) {
      throw new Rejection(Code.NOT_ALLOWED, otherwise);
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
