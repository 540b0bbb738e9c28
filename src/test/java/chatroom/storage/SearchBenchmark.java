package chatroom.storage;

import chatroom.room.MessageSearch;
import chatroom.room.MessageSearch.Request;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.SearchQuery;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long a search takes in a million messages of a year, in many rooms and private chats, English
 * and Chinese; printed, not judged: machines differ. The file is kept, and used by the next run.
 */
@Tag("benchmark")
class SearchBenchmark {
  private static final int MESSAGES = Integer.getInteger("search.messages", 1_000_000);
  private static final int SEARCHES_OF_A_KIND = Integer.getInteger("search.repeat", 300);
  private static final Path FILE =
      Path.of(System.getProperty("search.file", "target/search-" + MESSAGES + ".db"))
          .toAbsolutePath();

  private final Random random = new Random(20260102);
  private final Talk talk = new Talk(random);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<String, Times> times = new LinkedHashMap<>();

  @Test
  void searches() throws Exception {
    TalkFile file = new TalkFile(FILE, MESSAGES);
    file.make(talk);
    try (Store store = file.open()) {
      Instant end = file.end();
      for (int i = 0; i < SEARCHES_OF_A_KIND; i++) {
        // What is read first is not in the cache yet, which is no matter of the query.
        boolean counts = i >= SEARCHES_OF_A_KIND / 10;
        for (Map.Entry<String, String> query : queries(end).entrySet()) {
          measure(store.search(), query.getKey(), query.getValue(), counts);
        }
      }
    }
    System.out.printf(
        "| %,d messages, %,d MB | load average %.1f |%n",
        MESSAGES,
        Files.size(FILE) / 1_000_000,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    Times all = new Times();
    times.values().forEach(all::addAll);
    times.put("all", all);
    times.forEach((kind, of) -> System.out.println("| " + kind + " | " + of));
  }

  private void measure(MessageSearch search, String kind, String text, boolean counts)
      throws Exception {
    Request request = request(kind, text);
    long cpu = threads.getCurrentThreadCpuTime();
    long begin = System.nanoTime();
    search.search(request);
    long end = System.nanoTime();
    if (counts) {
      times
          .computeIfAbsent(kind, any -> new Times())
          .add(end - begin, threads.getCurrentThreadCpuTime() - cpu);
    }
  }

  private Request request(String kind, String text) throws Rejection {
    SearchQuery query = SearchQuery.parse(text);
    long reader = 1L + random.nextInt(Talk.PEOPLE);
    boolean page = kind.startsWith("a further page") || random.nextInt(4) == 0;
    return new Request(
        query,
        reader,
        Talk::mayRead,
        query.in().map(in -> room(in, reader)),
        page ? 1L + random.nextInt(MESSAGES) : Long.MAX_VALUE,
        20);
  }

  private RoomName room(String in, long reader) {
    return in.equals("them")
        ? RoomName.between(reader, 1 + random.nextInt(Talk.PEOPLE))
        : new RoomName(in);
  }

  private Map<String, String> queries(Instant end) {
    String day = end.minus(Duration.ofDays(random.nextInt(360))).toString().substring(0, 10);
    String next = Instant.parse(day + "T00:00:00Z").plus(Duration.ofDays(7)).toString();
    String[] words = talk.english().split(" ", -1);
    String chinese = talk.chinese();
    int user = talk.somebody();
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("a word, as often as it is said", talk.word());
    queries.put("a rare word", talk.rareWord());
    queries.put("a frequent word", talk.frequentWord());
    queries.put("two words", talk.word() + " " + talk.word());
    queries.put("three words", talk.word() + " " + talk.word() + " " + talk.word());
    queries.put("a phrase", "\"" + words[1] + " " + words[2] + "\"");
    queries.put("a phrase of frequent words", phraseOfFrequent());
    queries.put("a word that is nowhere", "nowhere");
    queries.put("a frequent word and one that is nowhere", talk.frequentWord() + " nowhere");
    queries.put("one Chinese character", chinese.substring(0, 1));
    queries.put("two Chinese characters", chinese.substring(0, 2));
    queries.put("two frequent Chinese characters", talk.frequentChineseWord());
    queries.put("four Chinese characters", chinese.substring(1, 5));
    queries.put("a frequent word and a Chinese one", mixed());
    queries.put("a word from:", talk.word() + " from:" + user);
    queries.put("a frequent word from:", talk.frequentWord() + " from:" + user);
    queries.put("only from:", "from:user" + user);
    queries.put("a word in: a room", talk.word() + " in:" + talk.openRoom());
    queries.put("a frequent word in: a private chat", talk.frequentWord() + " in:them");
    queries.put("a word in: a room that one may not read", talk.word() + " in:closed0");
    queries.put("a word before:", talk.word() + " before:" + day);
    queries.put("a word after:", talk.word() + " after:" + day);
    queries.put(
        "a word in a week", talk.word() + " after:" + day + " before:" + next.substring(0, 10));
    queries.put("a word has:image", talk.word() + " has:image");
    queries.put("a rare word has:image", talk.rareWord() + " has:image");
    queries.put("only has:image", "has:image");
    queries.put("a further page of a word", talk.word());
    queries.put("a further page of a frequent word", talk.frequentWord());
    queries.put("what only a room says that one may not read", Talk.SECRET);
    return queries;
  }

  private String phraseOfFrequent() {
    return "\"" + talk.frequentWord() + " " + talk.frequentWord() + "\"";
  }

  private String mixed() {
    return talk.frequentWord() + " " + talk.frequentChineseWord();
  }
}
