package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.contract.MessageSearchContract;
import chatroom.room.Change;
import chatroom.room.Code;
import chatroom.room.MessageLog;
import chatroom.room.MessageSearch;
import chatroom.room.Rejection;
import chatroom.room.RoomAccess;
import chatroom.room.RoomName;
import chatroom.room.SearchQuery;
import chatroom.room.Unavailable;
import chatroom.testing.Eventually;
import chatroom.testing.People;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the search has to keep in a database, beside what all have to. */
abstract class DatabaseSearchContract extends MessageSearchContract {
  abstract SharedDatabase database();

  /** One that is not answered for minutes. */
  abstract String endlessQuestion();

  /** Waits until the index has done what it does on its own after messages were stored. */
  void settle() {}

  @Override
  protected MessageLog freshLog() {
    return database().fresh(clock).messages();
  }

  @Override
  protected MessageSearch search() {
    return database().current().search();
  }

  private long ask(String question) {
    try (Connection connection = database().get().reading().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      assertTrue(row.next());
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  final void execute(String... statements) throws SQLException {
    try (Connection connection = database().get().writing().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void whatWasStoredBeforeThereWasASearchIsFoundSoonAfterTheStart() throws SQLException {
    int count = 2 * IndexBackfill.STEP + 50;
    append(IntStream.range(0, count).mapToObj(i -> draft(RANDOM, 1, null, "plum " + i)).toList());
    appendAll(
        List.of(
            new Change.Edit(RANDOM, People.user(1), 2, "pear", Instant.EPOCH, null),
            new Change.Delete(RANDOM, People.user(1), 3, Instant.EPOCH, null)));
    execute(
        "DELETE FROM chat_message_fts",
        "UPDATE chat_search SET begins_at = (SELECT MAX(id) + 1 FROM chat_message)");
    assertEquals(List.of(), texts("plum", 2));
    database().reopened(clock);

    Eventually.until("the oldest is found", () -> texts("\"plum 0\"", 2).size() == 1);
    Eventually.until(
        "it is known that all are found", () -> ask("SELECT begins_at FROM chat_search") == 0);
    assertEquals(count - 1, ask("SELECT COUNT(*) FROM chat_message_fts"));
    assertEquals(List.of("pear"), texts("pear", 2));
    assertEquals(List.of(), texts("\"plum 2\"", 2));
  }

  @Test
  void whatIsInARoomThatMayNotBeReadIsPassedOverByTheIndex() throws Rejection, Unavailable {
    append(GENERAL, 1, null, "plum first");
    append(IntStream.range(0, 2_000).mapToObj(i -> draft(SHUT, 1, null, "plum " + i)).toList());
    settle();
    AtomicInteger looks = new AtomicInteger();
    RoomAccess access =
        (user, room) -> {
          looks.incrementAndGet();
          return !room.equals(SHUT);
        };

    MessageSearch.Found found = search().search(request(access));

    assertEquals(List.of("plum first"), texts(found));
    assertTrue(looks.get() < 20, () -> looks + " looks");
  }

  @Test
  void theIndexForgetsWhatIsTooOld() throws SQLException {
    append(IntStream.range(0, 20).mapToObj(i -> draft(RANDOM, 1, null, "plum " + i)).toList());
    clock.pass(Duration.ofDays(8));
    append(GENERAL, 1, null, "pear");
    StoreTerms terms = new StoreTerms(Duration.ofDays(30), Optional.of(Duration.ofDays(7)));
    database().current().close();
    try (Store store = new DatabaseStore(notClosed(), terms, clock, "test")) {
      Eventually.until("the old ones are gone", () -> store.messages().stored() == 1);
    }

    assertEquals(1, ask("SELECT COUNT(*) FROM chat_message_fts"));
  }

  private Database notClosed() {
    Database shared = database().get();
    return new Database(
        shared.dialect(), shared.writing(), shared.reading(), shared.place(), List.of());
  }

  @Test
  void aSearchThatTakesTooLongIsRefused() throws Unavailable {
    append(IntStream.range(0, 10).mapToObj(i -> draft(RANDOM, 1, null, "plum")).toList());
    ScheduledThreadPoolExecutor timer = TimeLimit.timer("test-search-timer");
    try {
      MessageSearch hasty =
          new DatabaseMessageSearch(
              new Reader(database().get().reading()),
              database().get().dialect().index(),
              Duration.ZERO,
              timer);
      Rejection refusal =
          assertThrows(Rejection.class, () -> hasty.search(request(afterAll(timer))));

      assertEquals(Code.UNAVAILABLE, refusal.code());
      assertTrue(refusal.text().startsWith("The search took too long"), refusal.text());
      assertEquals(10, texts("plum", 2).size(), "others are not disturbed");
    } finally {
      timer.shutdownNow();
    }
  }

  private static MessageSearch.Request request(RoomAccess access) throws Rejection {
    return new MessageSearch.Request(
        SearchQuery.parse("plum"), 2, access, Optional.empty(), Long.MAX_VALUE, 1);
  }

  /** Nothing may be read, which is said when the timer has done what was due. */
  private static RoomAccess afterAll(ScheduledThreadPoolExecutor timer) {
    return (long user, RoomName room) -> {
      try {
        timer.submit(() -> {}).get();
      } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
        throw new AssertionError(e);
      }
      return false;
    };
  }

  @Test
  void aQuestionThatIsNotAnsweredInTimeEndsAndItsConnectionGoesOn() throws SQLException {
    ScheduledThreadPoolExecutor timer = TimeLimit.timer("test-search-timer");
    try (Connection connection = database().get().reading().getConnection()) {
      try (TimeLimit limit = new TimeLimit(timer, Duration.ofMillis(50));
          PreparedStatement endless = connection.prepareStatement(endlessQuestion())) {
        assertThrows(SQLException.class, () -> limit.ask(endless));
        assertTrue(limit.isOver());
      }
      try (TimeLimit limit = new TimeLimit(timer, Duration.ofMinutes(10));
          PreparedStatement short_ = connection.prepareStatement("SELECT 7")) {
        assertEquals(List.of(7L), limit.ask(short_));
      }
    } finally {
      timer.shutdownNow();
    }
  }
}
