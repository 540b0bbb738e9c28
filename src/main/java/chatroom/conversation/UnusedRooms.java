package chatroom.conversation;

import chatroom.room.RoomName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Forgets rooms that somebody made and nobody uses, so that others can have their names: nothing
 * was ever said there, nobody is in it, and nobody has been, has named it, or has started the
 * application, for {@link #KEPT}, or {@link #KEPT_FOR_INVITED}. A room in which something was said
 * once stays, whatever becomes of that.
 *
 * <p>Thread safety: confined to the lane.
 */
public final class UnusedRooms {
  /** For how long an unused room is kept. */
  static final Duration KEPT = Duration.ofDays(2);

  /** For how long one is kept into which somebody was invited, who may not have come yet. */
  static final Duration KEPT_FOR_INVITED = Duration.ofDays(30);

  private final OpenRooms rooms;
  private final ListingNews news;
  private final InstantSource clock;

  /**
   * @param news told if the list of rooms is another
   * @param clock tells since when a room is unused
   */
  public UnusedRooms(OpenRooms rooms, ListingNews news, InstantSource clock) {
    this.rooms = rooms;
    this.news = news;
    this.clock = clock;
  }

  /** Forgets those that are unused for long enough by now. */
  public void sweep() {
    Instant now = clock.instant();
    List<OpenRoom> unused =
        rooms.made().filter(room -> room.isUnusedSince(now.minus(kept(room.name())))).toList();
    unused.forEach(room -> forget(room.name()));
  }

  private Duration kept(RoomName name) {
    return rooms.rights().invited(name).isEmpty() ? KEPT : KEPT_FOR_INVITED;
  }

  /**
   * It is gone at once, so that nobody comes in while that is being kept. Its name is free when it
   * is; if it cannot be kept, the room is there again after a restart.
   */
  private void forget(RoomName name) {
    if (!rooms.rights().charter(name).byInvitation()) {
      news.changed();
    }
    rooms.forget(name);
    rooms
        .book()
        .keep(
            (charters, receipt) -> charters.remove(name, receipt),
            () -> rooms.free(name),
            () -> {});
  }
}
