package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.MessageSearch.Request;
import chatroom.room.RoomName;
import chatroom.room.SearchQuery;
import chatroom.testing.ManualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a search asks SQLite is answered by its indexes alone, however much is stored. */
class SearchPlanTest {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  private final Set<String> asked = new LinkedHashSet<>();

  @Test
  void theNewestAreReadFirstAndNothingIsSortedOrReadThrough() throws Exception {
    Store store = DATABASE.fresh(new ManualClock());
    new Traffic(store.messages()).sendUntilStored();
    ScheduledThreadPoolExecutor timer = TimeLimit.timer("test-search-timer");
    try {
      DatabaseMessageSearch search =
          new DatabaseMessageSearch(
              new Reader(listening(DATABASE.get().reading())),
              DATABASE.get().dialect().index(),
              Duration.ofMinutes(10),
              timer);
      int found = 0;
      for (String query : List.of("m1", "m1 from:1 has:image before:2026-02-01 after:2026-01-01")) {
        found += search.search(request(query)).messages().size();
      }
      assertEquals(1, found);
    } finally {
      timer.shutdownNow();
    }

    List<String> plans = plans();
    assertTrue(plans.size() >= asked.size() && asked.size() >= 4, asked::toString);
    assertEquals(List.of(), plans.stream().filter(it -> !isQuick(it)).toList());
    assertTrue(
        plans.stream().anyMatch(it -> it.matches("SCAN chat_message_fts VIRTUAL TABLE .*")),
        plans::toString);
  }

  private static Request request(String query) throws Exception {
    return new Request(
        SearchQuery.parse(query),
        7,
        (user, room) -> true,
        Optional.<RoomName>empty(),
        Long.MAX_VALUE,
        9);
  }

  /**
   * The few messages of a page and their reactions may be sorted. FTS5 counts as read through
   * whatever it does; 'M' is a match, '=' one number, and '<' and '>' a part of them.
   */
  private static boolean isQuick(String step) {
    return step.matches("SCAN chat_message_fts VIRTUAL TABLE INDEX [0-9]+:.*M.*")
        || step.startsWith("SEARCH ")
        || step.equals("reactions: USE TEMP B-TREE FOR GROUP BY")
        || step.equals("reactions: USE TEMP B-TREE FOR ORDER BY");
  }

  private List<String> plans() throws SQLException {
    List<String> steps = new ArrayList<>();
    try (Connection connection = DATABASE.get().reading().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : asked) {
        String kind = sql.contains("FROM chat_reaction") ? "reactions: " : "";
        try (ResultSet row = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
          while (row.next()) {
            String step = row.getString("detail");
            steps.add(step.startsWith("USE ") ? kind + step : step);
          }
        }
      }
    }
    return steps;
  }

  /** The same, but what is asked is heard. */
  private DataSource listening(DataSource real) {
    return proxy(
        DataSource.class,
        real,
        (arguments, result) ->
            result instanceof Connection connection
                ? proxy(
                    Connection.class,
                    connection,
                    (of, prepared) -> {
                      if (of.length > 0 && of[0] instanceof String sql) {
                        asked.add(sql);
                      }
                      return prepared;
                    })
                : result);
  }

  @FunctionalInterface
  private interface Returned {
    Object then(Object[] arguments, Object result);
  }

  private static <T> T proxy(Class<T> type, T real, Returned returned) {
    return type.cast(
        Proxy.newProxyInstance(
            SearchPlanTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                Object[] given = arguments == null ? new Object[0] : arguments;
                return returned.then(given, method.invoke(real, arguments));
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
