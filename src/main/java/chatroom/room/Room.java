package chatroom.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A room: who is in it, and the one order of all that happens there.
 *
 * <p>All of it happens on the room's {@link Lane}: a snapshot taken there and the events told after
 * it leave no hole and overlap nowhere.
 *
 * <p>Thread safety: safe for use by any thread; callbacks run on the lane and must not block.
 */
public final class Room {
  private final RoomName name;
  private final Lane lane;
  private final Postings postings;
  private final RoomListener listener;

  /** By user, in the order they came. Confined to the lane. */
  private final Map<Long, Participant> members = new LinkedHashMap<>();

  /**
   * @param lane orders all that happens in this room, and maybe elsewhere
   * @param timeline that of the lane
   * @param listener told every event
   */
  public Room(RoomName name, Lane lane, MessageLog log, Timeline timeline, RoomListener listener) {
    this.name = name;
    this.lane = lane;
    this.postings = new Postings(lane, log, timeline);
    this.listener = listener;
  }

  /** What it is called. */
  public RoomName name() {
    return name;
  }

  /**
   * Lets somebody in, and tells the others.
   *
   * @param entered given the members, the newcomer included; whatever it subscribes hears of
   *     everything from here on but the newcomer's own joining
   */
  public void enter(Participant who, Consumer<List<Participant>> entered) {
    lane.execute(
        () -> {
          members.put(who.id(), who);
          entered.accept(List.copyOf(members.values()));
          listener.published(new RoomEvent.Joined(name, who, members.size()));
        });
  }

  /**
   * Lets somebody out, and tells the others; nothing happens if they were not in.
   *
   * @param leaving runs before the others are told, and gives what runs after that; both run in any
   *     case
   */
  public void leave(long userId, Supplier<Runnable> leaving) {
    lane.execute(
        () -> {
          Runnable told = leaving.get();
          Participant who = members.remove(userId);
          if (who != null) {
            listener.published(new RoomEvent.Left(name, who, members.size()));
          }
          told.run();
        });
  }

  /**
   * Tells the others of somebody's new name.
   *
   * @param who under the new name
   * @param renaming runs before the others hear it, in any case
   */
  public void rename(Participant who, Nickname oldName, Runnable renaming) {
    lane.execute(
        () -> {
          renaming.run();
          if (members.replace(who.id(), who) != null) {
            listener.published(new RoomEvent.Renamed(name, who, oldName));
          }
        });
  }

  /**
   * Stores a message, then tells the others; nothing happens if the author is not in any more.
   *
   * @param receipt told on the lane when it is stored, before the others see it
   * @throws Unavailable if too much is waiting; nothing was stored
   */
  public void post(Draft draft, MessageLog.Receipt receipt) throws Unavailable {
    lane.offer(
        () -> {
          if (members.containsKey(draft.author().id())) {
            postings.post(
                draft, receipt, message -> listener.published(new RoomEvent.Posted(message)));
          }
        });
  }

  /**
   * Runs a question in its turn: between two events, and after all that the asker did before.
   *
   * @throws Unavailable if too much is waiting
   */
  public void ask(Runnable question) throws Unavailable {
    lane.offer(question);
  }

  /**
   * Gives the members to whoever asks, in the turn of the question.
   *
   * @throws Unavailable if too much is waiting
   */
  public void askMembers(Consumer<List<Participant>> asker) throws Unavailable {
    ask(() -> asker.accept(List.copyOf(members.values())));
  }
}
