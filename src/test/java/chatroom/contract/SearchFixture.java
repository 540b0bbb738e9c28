package chatroom.contract;

import chatroom.room.ChatMessage;
import chatroom.room.MessageSearch;
import chatroom.room.MessageSearch.Found;
import chatroom.room.MessageSearch.Request;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.SearchQuery;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.util.List;
import java.util.Optional;

/** A log under test that can be searched, and words to do so. */
public abstract class SearchFixture extends LogFixture {
  /** A room that nobody may read. */
  protected static final RoomName SHUT = new RoomName("shut");

  /** What dates the log. */
  protected final ManualClock clock = new ManualClock();

  /** That of the log under test. */
  protected abstract MessageSearch search();

  protected static Request request(String query, long reader, long beforeId, int limit) {
    try {
      return new Request(
          SearchQuery.parse(query),
          reader,
          (user, room) -> room.isPrivate() ? room.isOf(user) : !room.equals(SHUT),
          Optional.empty(),
          beforeId,
          limit);
    } catch (Rejection e) {
      throw new AssertionError(e);
    }
  }

  protected final Found find(Request request) {
    try {
      return search().search(request);
    } catch (Unavailable | Rejection e) {
      throw new AssertionError(e);
    }
  }

  protected final List<String> texts(String query, long reader) {
    return texts(find(request(query, reader, Long.MAX_VALUE, 50)));
  }

  protected static List<String> texts(Found found) {
    return found.messages().stream().map(ChatMessage::text).toList();
  }
}
