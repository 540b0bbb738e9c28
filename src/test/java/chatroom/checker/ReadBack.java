package chatroom.checker;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads back what all guests of a run can see of the server's log. */
final class ReadBack {
  private ReadBack() {}

  /**
   * The whole log, as far as the run is concerned with it.
   *
   * @param after where the run began in the room where everyone begins
   */
  static StoredLog of(URI address, List<Guest> guests, long after) {
    Map<String, StoredLog.Chapter> rooms = new HashMap<>();
    Map<Long, Look> looks = new HashMap<>();
    try (Reader reader = Reader.asNobody(address)) {
      rooms.put(Rooms.GENERAL, reader.read(Rooms.GENERAL, after));
      looks.putAll(reader.looks(Rooms.GENERAL, after));
    }
    for (Guest guest : guests) {
      Set<String> unread = new HashSet<>();
      guest.journal().each(Event.Sent.class, it -> unread.add(it.room()));
      unread.removeIf(it -> !Rooms.isPrivate(it) || rooms.containsKey(it));
      String token = guest.token();
      if (token != null && !unread.isEmpty()) {
        try (Reader reader = Reader.as(address, token)) {
          for (String room : unread) {
            String own = Rooms.own(guest.id(), room);
            rooms.put(room, reader.read(own, 0));
            looks.putAll(reader.looks(own, 0));
          }
        }
      }
    }
    return new StoredLog(rooms, looks);
  }
}
