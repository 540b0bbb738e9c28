package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.MessageSearch;
import chatroom.room.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds messages in memory by a look at each of them, the newest first.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class MemoryMessageSearch implements MessageSearch {
  /** How many messages are looked at, at most: a look at one takes some microseconds. */
  static final int MAX_LOOKS = 200_000;

  private final MemoryMessageLog log;

  MemoryMessageSearch(MemoryMessageLog log) {
    this.log = log;
  }

  @Override
  public Found search(Request request) throws Rejection {
    List<ChatMessage> found = new ArrayList<>();
    int looks = 0;
    for (ChatMessage message : newestFirst(request)) {
      if (looks++ == MAX_LOOKS) {
        throw DatabaseMessageSearch.tooLong();
      }
      if (request.finds(message)) {
        if (found.size() == request.limit()) {
          return new Found(found, true);
        }
        found.add(message);
      }
    }
    return new Found(found, false);
  }

  private List<ChatMessage> newestFirst(Request request) {
    return log
        .all(
            room ->
                request.room().map(room::equals).orElse(true)
                    && request.access().mayRead(request.reader(), room),
            request.reader())
        .stream()
        .sorted(Comparator.comparingLong(ChatMessage::id).reversed())
        .toList();
  }
}
