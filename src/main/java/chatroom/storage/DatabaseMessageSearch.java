package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.Code;
import chatroom.room.MessageSearch;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Finds messages by the full text index of the database, and looks at each that it gives: what is
 * found does not depend on the kind of database.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class DatabaseMessageSearch implements MessageSearch {
  /** How long a search may take. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final int MOST_AT_ONCE = 500;

  /** In how many rooms that may not be read the index does not look any more. */
  private static final int MOST_SHUT = 100;

  private final Reader reader;
  private final TextIndex index;
  private final Duration patience;
  private final ScheduledExecutorService timer;

  /**
   * @param patience how long a search may take
   * @param timer ends those that take longer
   */
  DatabaseMessageSearch(
      Reader reader, TextIndex index, Duration patience, ScheduledExecutorService timer) {
    this.reader = reader;
    this.index = index;
    this.patience = patience;
    this.timer = timer;
  }

  @Override
  public Found search(Request request) throws Unavailable, Rejection {
    try (TimeLimit limit = new TimeLimit(timer, patience)) {
      return reader
          .read(connection -> inTime(connection, request, limit))
          .orElseThrow(DatabaseMessageSearch::tooLong);
    }
  }

  static Rejection tooLong() {
    return new Rejection(
        Code.UNAVAILABLE, "The search took too long: say more of what to look for, or in: a room");
  }

  /** Empty if the time was over before all was found. */
  private Optional<Found> inTime(Connection connection, Request request, TimeLimit limit)
      throws SQLException {
    try {
      return Optional.of(find(connection, request, limit));
    } catch (SQLException e) {
      if (limit.isOver()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Found find(Connection connection, Request request, TimeLimit limit) throws SQLException {
    if (request.room().isPresent() && !mayRead(request, request.room().get())) {
      return new Found(List.of(), false);
    }
    IndexQuery query = IndexQuery.of(request);
    Set<RoomName> shut = new HashSet<>();
    IdRange range = IdRange.of(connection, request);
    List<ChatMessage> found = new ArrayList<>();
    long before = range.before();
    int atOnce = request.limit() + 1;
    while (found.size() <= request.limit() && before > range.from()) {
      List<Long> candidates =
          candidates(
              connection, query.outside(shut), new IdRange(range.from(), before), atOnce, limit);
      for (ChatMessage message : MessageRows.present(connection, candidates, request.reader())) {
        if (request.finds(message)) {
          found.add(message);
        } else if (shut.size() < MOST_SHUT && !mayRead(request, message.room())) {
          // A room may be full of what is looked for: the index alone passes it over quickly.
          shut.add(message.room());
        }
      }
      before = candidates.size() < atOnce ? range.from() : candidates.get(atOnce - 1);
      atOnce = Math.min(2 * atOnce, MOST_AT_ONCE);
    }
    boolean more = found.size() > request.limit();
    return new Found(more ? found.subList(0, request.limit()) : found, more);
  }

  private static boolean mayRead(Request request, RoomName room) {
    return request.access().mayRead(request.reader(), room);
  }

  private List<Long> candidates(
      Connection connection, IndexQuery query, IdRange range, int count, TimeLimit limit)
      throws SQLException {
    try (PreparedStatement question =
        index.question(connection, query, range.from(), range.before(), count)) {
      return limit.ask(question);
    }
  }
}
