package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.MessageSearch;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import java.util.ArrayList;
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
    for (long before = request.beforeId(); before > 0; ) {
      MemoryMessageLog.Part part =
          log.part(before, room -> isWanted(room, request), request.reader());
      for (ChatMessage message : part.messages()) {
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
      before = part.before();
    }
    return new Found(found, false);
  }

  private static boolean isWanted(RoomName room, Request request) {
    return request.room().map(room::equals).orElse(true)
        && request.access().mayRead(request.reader(), room);
  }
}
