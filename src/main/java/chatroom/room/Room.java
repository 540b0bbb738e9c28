package chatroom.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

  /**
   * @param lane orders all that happens in this room, and maybe elsewhere
   * @param timeline that of the lane
   * @param listener told every event
   */
  public Room(RoomName name, Lane lane, MessageLog log, Timeline timeline, RoomListener listener) {
    this.name = name;
    this.postings = new Postings(lane, log, timeline);
    this.listener = listener;
  }

  /** What it is called. */
  public RoomName name() {
    return name;
  }

  /** Who is in, in the order they came. */
  public List<Participant> members() {
    return List.copyOf(members.values());
  }

  /**
   * Lets somebody in, and tells the others.
   *
   * @param entered given the members, the newcomer included; whatever it subscribes hears of
   *     everything from here on but the newcomer's own joining
   */
  public void enter(Participant who, Consumer<List<Participant>> entered) {
    members.put(who.id(), who);
    entered.accept(members());
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

  /**
   * Stores a message, then tells the others.
   *
   * @param draft of a member
   * @param receipt told on the lane when it is stored, before the others see it
   */
  public void post(Draft draft, MessageLog.Receipt receipt) {
    postings.post(draft, receipt, message -> listener.published(new RoomEvent.Posted(message)));
  }
}
