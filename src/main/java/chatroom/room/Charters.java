package chatroom.room;

import java.util.List;
import java.util.Map;

/**
 * What is kept of rooms: their charters, and who was invited.
 *
 * <p>Promises: what a receipt said is there after a restart, if the log is a lasting one; what is
 * kept is kept in the order of the calls, so the last one counts.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface Charters {
  /**
   * A room as it was kept.
   *
   * @param invited who may be in a private room or write in one for announcements, and whether they
   *     may write
   * @param roles who is something else than a member there
   * @param lastSeq the number of the newest that was stored in it; 0 if there is nothing
   */
  record Kept(
      RoomCharter charter, Map<Long, Boolean> invited, Map<Long, RoomRole> roles, long lastSeq) {
    public Kept {
      invited = Map.copyOf(invited);
      roles = Map.copyOf(roles);
    }

    /** A room in which all are members. */
    public Kept(RoomCharter charter, Map<Long, Boolean> invited, long lastSeq) {
      this(charter, invited, Map.of(), lastSeq);
    }
  }

  /**
   * All rooms of which something is kept, private chats aside. May block for as long as a database
   * takes.
   *
   * @throws Unavailable if they cannot be read now
   */
  List<Kept> all() throws Unavailable;

  /** Keeps a new room, without waiting. */
  void add(RoomCharter charter, Guests.Receipt receipt);

  /** Keeps nothing more of a room in which nothing was ever stored, without waiting. */
  void remove(RoomName room, Guests.Receipt receipt);

  /** Keeps a room's new topic, without waiting. */
  void setTopic(RoomName room, String topic, Guests.Receipt receipt);

  /** Keeps that a room is archived or is not, without waiting. */
  void setArchived(RoomName room, boolean archived, Guests.Receipt receipt);

  /** Keeps that somebody is invited into a room, without waiting. */
  void invite(RoomName room, long userId, boolean mayWrite, Guests.Receipt receipt);

  /**
   * Keeps how long members wait from one message to the next, without waiting.
   *
   * @param seconds 0 to {@value RoomCharter#MAX_SLOW_SECONDS}
   */
  void setSlowMode(RoomName room, int seconds, Guests.Receipt receipt);

  /** Keeps what somebody is in a room, without waiting. */
  void setRole(RoomName room, long userId, RoomRole role, Guests.Receipt receipt);

  /** Keeps that somebody is not invited any more, and no moderator of the room, without waiting. */
  void uninvite(RoomName room, long userId, Guests.Receipt receipt);
}
