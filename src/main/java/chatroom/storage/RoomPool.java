package chatroom.storage;

import chatroom.room.RoomName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rooms that share a bound of bytes: beyond it the one that was quiet for longest is forgotten, but
 * not its numbers, as long as there are no more than {@value #MAX_ROOMS}.
 *
 * <p>Thread safety: none; its log guards it.
 */
final class RoomPool {
  /** Of how many rooms the numbers are kept whose messages were forgotten. */
  static final int MAX_ROOMS = 100_000;

  private final long maxBytes;
  private final Supplier<RoomMemory> fresh;
  private final Consumer<RoomName> gone;

  /** The one that was quiet for longest comes first. */
  private final LinkedHashMap<RoomName, RoomMemory> rooms = new LinkedHashMap<>(16, 0.75f, true);

  /** Those of which only the numbers are left, in the same order; nobody looks through these. */
  private final LinkedHashMap<RoomName, RoomMemory> forgotten =
      new LinkedHashMap<>(16, 0.75f, true);

  private long bytes;

  /**
   * @param maxBytes what all of them together may take, in bytes of estimated heap
   * @param fresh makes an empty room
   * @param gone told of the rooms of which not even the numbers are left
   */
  RoomPool(long maxBytes, Supplier<RoomMemory> fresh, Consumer<RoomName> gone) {
    this.maxBytes = maxBytes;
    this.fresh = fresh;
    this.gone = gone;
  }

  /** The room of that name, which is not quiet now. */
  RoomMemory open(RoomName name) {
    RoomMemory again = forgotten.remove(name);
    if (again != null) {
      rooms.put(name, again);
    }
    return rooms.computeIfAbsent(name, any -> fresh.get());
  }

  /** The room of that name; null if there is none. */
  @Nullable RoomMemory get(RoomName name) {
    RoomMemory room = rooms.get(name);
    return room == null ? forgotten.get(name) : room;
  }

  /** Forgets what happened before then. */
  void forget(Instant before) {
    for (RoomMemory room : rooms.values()) {
      bytes -= room.bytes();
      room.forget(before);
      bytes += room.bytes();
    }
  }

  /** The room that was opened last takes so much more. */
  void grew(long more) {
    bytes += more;
    while (rooms.size() > 1 && (bytes > maxBytes || rooms.size() > MAX_ROOMS)) {
      var quietest = rooms.entrySet().iterator();
      var next = quietest.next();
      quietest.remove();
      RoomMemory room = next.getValue();
      bytes -= room.bytes();
      room.forget();
      forgotten.put(next.getKey(), room);
    }
    // Rooms are opened, too, for what is refused then: there may be several too many.
    var longest = forgotten.keySet().iterator();
    while (rooms.size() + forgotten.size() > MAX_ROOMS && longest.hasNext()) {
      gone.accept(longest.next());
      longest.remove();
    }
  }
}
