package chatroom.storage;

import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.testing.People;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many messages a second are acknowledged, and after how long, beside what the same database
 * does with one commit for each; printed, not judged: machines differ.
 */
@Tag("benchmark")
class LogBenchmark {
  private static final long NANOS = 3_000_000_000L;
  private static final int MOST = 4_000_000;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgres", "mariadb"})
  void acknowledgedMessages(String kind) throws Exception {
    Callable<Database> opener =
        switch (kind) {
          case "sqlite" -> TestDatabases::sqlite;
          case "postgres" -> TestDatabases::postgres;
          default -> TestDatabases::mariadb;
        };
    try (Database database = opener.call()) {
      Migrations.run(database);
      for (int senders : new int[] {1, 16, 256}) {
        commits(database, kind);
        acknowledgements(database, kind, senders);
      }
    }
  }

  private static void commits(Database database, String kind) throws Exception {
    long[] nanos = new long[MOST];
    int done = 0;
    try (Connection connection = database.writing().getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO chat_guest (id, token_hash, name, seen_at) VALUES (?, ?, ?, 0)")) {
        long base = System.nanoTime();
        long end = base + NANOS;
        while (System.nanoTime() < end) {
          long begin = System.nanoTime();
          insert.setLong(1, base + done);
          insert.setString(2, "h" + (base + done));
          insert.setString(3, "x".repeat(100));
          insert.executeUpdate();
          connection.commit();
          nanos[done++] = System.nanoTime() - begin;
        }
      }
    }
    print(kind, "one commit each", nanos, done);
  }

  private static void acknowledgements(Database database, String kind, int senders)
      throws Exception {
    Database shared =
        new Database(
            database.dialect(),
            database.writing(),
            database.reading(),
            database.place(),
            java.util.List.of());
    long[] nanos = new long[MOST];
    AtomicInteger done = new AtomicInteger();
    try (Store store =
        new DatabaseStore(shared, SharedDatabase.TERMS, InstantSource.system(), "bench")) {
      MessageLog log = store.messages();
      long end = System.nanoTime() + NANOS;
      CountDownLatch over = new CountDownLatch(senders);
      for (int i = 0; i < senders; i++) {
        send(log, People.user(i + 1), end, nanos, done, over);
      }
      over.await();
    }
    print(kind, senders + " senders", nanos, Math.min(done.get(), MOST));
  }

  /** Each has one message on its way, and sends the next when it is acknowledged. */
  private static void send(
      MessageLog log,
      chatroom.room.Participant who,
      long end,
      long[] nanos,
      AtomicInteger done,
      CountDownLatch over) {
    long begin = System.nanoTime();
    log.append(
        new Draft.Post(RoomName.GENERAL, who, "x".repeat(100), "r" + begin),
        new MessageLog.Receipt() {
          @Override
          public void stored(StoredEvent event, boolean again) {
            long now = System.nanoTime();
            nanos[done.getAndIncrement()] = now - begin;
            if (now < end) {
              send(log, who, end, nanos, done, over);
            } else {
              over.countDown();
            }
          }

          @Override
          public void refused(Unavailable why) {
            throw new AssertionError(why);
          }

          @Override
          public void rejected(Rejection why) {
            throw new AssertionError(why);
          }
        });
  }

  private static void print(String kind, String what, long[] nanos, int count) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    System.out.printf(
        "| %s | %s | %,d/s | p50 %.2f ms | p99 %.2f ms |%n",
        kind,
        what,
        count * 1_000_000_000L / NANOS,
        sorted[count / 2] / 1e6,
        sorted[(int) (count * 0.99)] / 1e6);
  }
}
