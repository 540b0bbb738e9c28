package chatroom.room;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A room: who is in it, and the one order of all that happens there.
 *
 * <p>All of it happens on the room's {@link Lane}: a snapshot taken there and the events told after
 * it leave no hole and overlap nowhere.
 *
 * <p>Thread safety: confined to the lane; callbacks run there and must not block.
 */
public final class Room {
  private final RoomName name;
  private final Postings postings;
  private final RoomListener listener;

  /** By user, in the order they came. */
  private final Map<Long, Participant> members = new LinkedHashMap<>();

  private long lastSeq;

  /**
   * @param lane orders all that happens in this room, and maybe elsewhere
   * @param lastSeq the number of its newest event; 0 if there is none
   * @param timeline that of the lane
   * @param listener told every event
   */
  public Room(
      RoomName name,
      Lane lane,
      MessageLog log,
      long lastSeq,
      Timeline timeline,
      RoomListener listener) {
    this.name = name;
    this.lastSeq = lastSeq;
    this.postings = new Postings(lane, log, timeline);
    this.listener = listener;
  }

  /** What it is called. */
  public RoomName name() {
    return name;
  }

  /** How many are in. */
  public int size() {
    return members.size();
  }

  /** Whether somebody is in. */
  public boolean has(long userId) {
    return members.containsKey(userId);
  }

  /** The number of the newest event that has been told; 0 before the first. */
  public long lastSeq() {
    return lastSeq;
  }

  /**
   * Who is in, in the order they came, but no more than so many: it takes as long as the list is.
   *
   * @param included is among them, if in the room at all; the last one where it would be cut
   */
  public List<Participant> members(int limit, long included) {
    List<Participant> first = new ArrayList<>(Math.min(limit, members.size()));
    Participant missing = members.get(included);
    Iterator<Participant> all = members.values().iterator();
    while (all.hasNext() && first.size() < limit) {
      Participant who = all.next();
      first.add(who);
      if (who.id() == included) {
        missing = null;
      }
    }
    if (missing != null) {
      first.set(first.size() - 1, missing);
    }
    return first;
  }

  /**
   * Lets somebody in, and tells the others.
   *
   * @param entered runs when the newcomer is a member; whatever it subscribes hears of everything
   *     from here on but the newcomer's own joining
   */
  public void enter(Participant who, Runnable entered) {
    members.put(who.id(), who);
    entered.run();
    listener.published(new RoomEvent.Joined(name, who, members.size()));
  }

  /** Lets somebody out, and tells the others; nothing happens if they were not in. */
  public void leave(long userId) {
    Participant who = members.remove(userId);
    if (who != null) {
      listener.published(new RoomEvent.Left(name, who, members.size()));
    }
  }

  /**
   * Tells the others of somebody's new name; nothing happens if they are not in.
   *
   * @param who under the new name
   */
  public void rename(Participant who, Nickname oldName) {
    if (members.replace(who.id(), who) != null) {
      listener.published(new RoomEvent.Renamed(name, who, oldName));
    }
  }

  /** Somebody has another role, of which others tell; nothing happens if they are not in. */
  public void replace(Participant who) {
    members.replace(who.id(), who);
  }

  /**
   * Stores a message, then tells the others; or a change, then tells all.
   *
   * @param draft of a member
   * @param receipt told on the lane when it is stored, before anybody sees it
   */
  public void post(Draft draft, MessageLog.Receipt receipt) {
    postings.post(
        draft,
        receipt,
        event -> {
          lastSeq = event.seq();
          listener.published(
              event instanceof ChatMessage message
                  ? new RoomEvent.Posted(message)
                  : new RoomEvent.Changed(event));
        });
  }
}
