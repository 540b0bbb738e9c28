package chatroom.room;

/** Told what happens in a room, one event at a time, in the order all members see it in. */
@FunctionalInterface
public interface RoomListener {
  /** Something happened. Must not block. */
  void published(RoomEvent event);
}
