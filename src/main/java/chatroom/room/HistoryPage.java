package chatroom.room;

import java.util.List;

/**
 * A stretch of a room's messages.
 *
 * @param messages in order of {@code seq}, unmodifiable
 * @param hasMore whether there was more, as of the query, in the direction that was asked for
 * @param lastSeq the newest {@code seq} of the room as of the query; 0 for an empty room
 */
public record HistoryPage(List<ChatMessage> messages, boolean hasMore, long lastSeq) {
  public HistoryPage {
    messages = List.copyOf(messages);
  }
}
