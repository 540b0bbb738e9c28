package chatroom.storage;

import chatroom.room.MessageLog;
import chatroom.room.MessageSearch.Request;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.SearchQuery;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long a search takes in a million messages of a year, in three rooms and many private chats,
 * English and Chinese; printed, not judged: machines differ.
 */
@Tag("benchmark")
class SearchBenchmark {
  private static final int MESSAGES = Integer.getInteger("search.messages", 1_000_000);
  private static final int SEARCHES_OF_A_KIND = 300;
  private static final int MOST_UNDER_WAY = 10_000;
  private static final Duration BETWEEN = Duration.ofSeconds(31);

  private final Random random = new Random(20260102);
  private final Talk talk = new Talk(random);
  private final ManualClock clock = new ManualClock();
  private final Semaphore free = new Semaphore(MOST_UNDER_WAY);

  @Test
  void searches() throws Exception {
    Database database = TestDatabases.sqlite();
    Migrations.run(database);
    try (Store store = new DatabaseStore(database, SharedDatabase.TERMS, clock, "bench")) {
      fill(store.messages());
      Map<String, List<Long>> nanos = new LinkedHashMap<>();
      for (int i = 0; i < SEARCHES_OF_A_KIND; i++) {
        for (Map.Entry<String, String> query : queries().entrySet()) {
          Request request = request(query.getValue());
          long begin = System.nanoTime();
          store.search().search(request);
          long end = System.nanoTime();
          nanos.computeIfAbsent(query.getKey(), any -> new ArrayList<>()).add(end - begin);
        }
      }
      print(nanos);
    }
  }

  private void fill(MessageLog log) {
    long begin = System.nanoTime();
    for (int i = 0; i < MESSAGES; i++) {
      clock.pass(BETWEEN);
      free.acquireUninterruptibly();
      log.append(talk.draft(), receipt());
    }
    free.acquireUninterruptibly(MOST_UNDER_WAY);
    long seconds = (System.nanoTime() - begin) / 1_000_000_000L;
    System.out.printf("| %,d messages stored in %d s |%n", MESSAGES, seconds);
  }

  private MessageLog.Receipt receipt() {
    return new MessageLog.Receipt() {
      @Override
      public void stored(StoredEvent event, boolean again) {
        free.release();
      }

      @Override
      public void refused(Unavailable why) {
        throw new AssertionError(why);
      }

      @Override
      public void rejected(Rejection why) {
        throw new AssertionError(why);
      }
    };
  }

  private Request request(String text) throws Rejection {
    SearchQuery query = SearchQuery.parse(text);
    return new Request(
        query,
        1 + random.nextInt(Talk.PEOPLE),
        (user, room) -> !room.isPrivate() || room.isOf(user),
        query.in().map(RoomName::new),
        random.nextInt(4) == 0 ? 1 + random.nextInt(MESSAGES) : Long.MAX_VALUE,
        20);
  }

  private Map<String, String> queries() {
    String day =
        clock.instant().minus(Duration.ofDays(random.nextInt(360))).toString().substring(0, 10);
    String[] words = talk.english().split(" ", -1);
    String chinese = talk.chinese();
    int user = 1 + random.nextInt(Talk.PEOPLE);
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("a word, as often as it is said", talk.word());
    queries.put("a rare word", talk.rareWord());
    queries.put("two words", talk.word() + " " + talk.word());
    queries.put("three words", talk.word() + " " + talk.word() + " " + talk.word());
    queries.put("a phrase", "\"" + words[1] + " " + words[2] + "\"");
    queries.put("a word that is nowhere", talk.word() + " nowhere");
    queries.put("one Chinese character", chinese.substring(0, 1));
    queries.put("two Chinese characters", chinese.substring(0, 2));
    queries.put("four Chinese characters", chinese.substring(1, 5));
    queries.put("a word from:", talk.word() + " from:" + user);
    queries.put("only from:", "from:user" + user);
    queries.put("a word in:", talk.word() + " in:gaming");
    queries.put("a word before:", talk.word() + " before:" + day);
    queries.put("a word after:", talk.word() + " after:" + day);
    queries.put("a word has:image", talk.word() + " has:image");
    return queries;
  }

  private static void print(Map<String, List<Long>> nanos) {
    List<Long> all = new ArrayList<>();
    nanos.forEach(
        (kind, times) -> {
          all.addAll(times);
          print(kind, times);
        });
    print("all", all);
  }

  private static void print(String kind, List<Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    System.out.printf(
        "| %s | %d | p50 %.2f ms | p99 %.1f ms | at most %.1f ms |%n",
        kind,
        sorted.size(),
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.get(sorted.size() * 99 / 100) / 1e6,
        sorted.get(sorted.size() - 1) / 1e6);
  }
}
