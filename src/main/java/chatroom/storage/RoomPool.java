package chatroom.storage;

import chatroom.room.RoomName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
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

  /** The one that was quiet for longest comes first. */
  private final LinkedHashMap<RoomName, RoomMemory> rooms = new LinkedHashMap<>(16, 0.75f, true);

  /** Those of which only the numbers are left, in the same order; nobody looks through these. */
  private final LinkedHashMap<RoomName, RoomMemory> forgotten =
      new LinkedHashMap<>(16, 0.75f, true);

  private long bytes;

  /**
   * @param maxBytes what all of them together may take, in bytes of estimated heap
   * @param fresh makes an empty room
   */
  RoomPool(long maxBytes, Supplier<RoomMemory> fresh) {
    this.maxBytes = maxBytes;
    this.fresh = fresh;
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

  /** All of them. */
  Stream<Map.Entry<RoomName, RoomMemory>> all() {
    return Stream.concat(forgotten.entrySet().stream(), rooms.entrySet().stream());
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
    if (rooms.size() + forgotten.size() > MAX_ROOMS) {
      var longest = forgotten.values().iterator();
      if (longest.hasNext()) {
        longest.next();
        longest.remove();
      }
    }
  }
}
