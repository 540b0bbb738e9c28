package chatroom.conversation;

import chatroom.room.Lane;
import chatroom.room.MessageSearch;
import chatroom.room.Rejection;
import chatroom.room.SearchQuery;
import chatroom.room.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One search that ends as the test wants. */
final class Looking {
  static final MessageSearch.Found NOTHING = new MessageSearch.Found(List.of(), false);

  private Looking() {}

  /** What is told of it, and what is thrown. */
  static List<String> outcome(MessageSearch search) {
    List<String> told = new ArrayList<>();
    Searches searches = new Searches(search, Runnable::run, new Lane(Runnable::run, 10));
    try {
      searches.begin(
          new MessageSearch.Request(
              SearchQuery.parse("plum"), 1, (user, room) -> true, Optional.empty(), 1, 1),
          found -> told.add("found"),
          why -> told.add(why.text()));
    } catch (Rejection | Unavailable e) {
      throw new AssertionError(e);
    } catch (IllegalStateException e) {
      told.add(String.valueOf(e.getMessage()));
    }
    return told;
  }
}
