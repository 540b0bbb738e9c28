package chatroom.room;

import java.util.List;

/**
 * A stretch of what is stored of a room.
 *
 * @param events in order of {@code seq}, unmodifiable
 * @param hasMore whether there was more, as of the query, in the direction that was asked for
 * @param lastSeq the newest {@code seq} of the room as of the query; 0 for an empty room
 */
public record HistoryPage(List<StoredEvent> events, boolean hasMore, long lastSeq) {
  public HistoryPage {
    events = List.copyOf(events);
  }
}
