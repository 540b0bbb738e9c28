package chatroom.checker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server has stored, read back.
 *
 * <p>Thread safety: immutable.
 */
final class StoredLog {
  private final Map<String, Chapter> rooms;
  private final Map<Long, Look> looks;
  private final Map<Long, Place> byId = new HashMap<>();

  /**
   * A log that is known as far as it was read.
   *
   * @param rooms shared name to what was read
   * @param looks how each message looks to who comes last
   */
  StoredLog(Map<String, Chapter> rooms, Map<Long, Look> looks) {
    this.rooms = Map.copyOf(rooms);
    this.looks = Map.copyOf(looks);
    rooms.forEach(
        (room, chapter) ->
            chapter.postings().forEach(it -> byId.putIfAbsent(it.id(), new Place(room, it))));
  }

  /** All that was stored in a room after a {@code seq}, in the order that the server told it. */
  record Chapter(long after, List<Posting> postings) {
    long lastSeq() {
      return postings.isEmpty() ? after : postings.get(postings.size() - 1).seq();
    }
  }

  /** A stored event and its room. */
  record Place(String room, Posting posting) {}

  Map<String, Chapter> rooms() {
    return rooms;
  }

  /** How a message looks to who comes last; empty if they are not shown it. */
  Optional<Look> looks(long id) {
    return Optional.ofNullable(looks.get(id));
  }

  Optional<Place> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether it can be said that something is not stored there. */
  boolean covers(String room, long seq) {
    Chapter chapter = rooms.get(room);
    return chapter != null && seq > chapter.after();
  }
}
