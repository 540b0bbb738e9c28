package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What storing messages costs on SQLite with the full text index and without it, in turns; printed,
 * not judged: machines differ.
 */
@Tag("benchmark")
class IndexingBenchmark {
  private static final int MESSAGES = Integer.getInteger("indexing.messages", 50_000);
  private static final int ROUNDS = Integer.getInteger("indexing.rounds", 4);

  @Test
  void storesWithAndWithout() throws Exception {
    for (int underWay : new int[] {1, 16, 256}) {
      for (int round = 1; round <= ROUNDS; round++) {
        store("without", new NoIndex(), underWay, round);
        store("with", new SqliteIndex(), underWay, round);
      }
    }
  }

  private static void store(String what, TextIndex index, int underWay, int round)
      throws Exception {
    Talk talk = new Talk(new Random(20260102));
    // One that waits for each is slower, and needs no more of them to be measured.
    int count = underWay == 1 ? MESSAGES / 5 : MESSAGES;
    List<Draft.Post> drafts = Stream.generate(talk::draft).limit(count).toList();
    try (Database database = TestDatabases.sqlite()) {
      Migrations.run(database);
      Ledger ledger = new Ledger(database.writing(), index, InstantSource.system());
      Semaphore free = new Semaphore(underWay);
      long cpu = cpu();
      long begin = System.nanoTime();
      try (GroupCommitWriter writer = new GroupCommitWriter(ledger, "bench-writer")) {
        for (var draft : drafts) {
          free.acquireUninterruptibly();
          writer.offer(new Entry.Posting(draft, releasing(free)));
        }
        free.acquireUninterruptibly(underWay);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "| %d under way | %s | round %d | %,.0f/s | %.1f µs of CPU each |%n",
          underWay,
          what,
          round,
          count / seconds,
          (cpu() - cpu) / 1e3 / count);
    }
  }

  /** That of the whole process, in nanoseconds. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static MessageLog.Receipt releasing(Semaphore free) {
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

  /** Leaves everything out. */
  private static final class NoIndex extends TextIndex {
    private final TextIndex real = new SqliteIndex();

    @Override
    String id() {
      return real.id();
    }

    @Override
    String insertion() {
      return real.insertion();
    }

    @Override
    void fill(PreparedStatement insert, IndexEntry entry) throws SQLException {
      real.fill(insert, entry);
    }

    @Override
    PreparedStatement question(
        Connection connection, IndexQuery query, long from, long before, int limit)
        throws SQLException {
      return real.question(connection, query, from, before, limit);
    }

    @Override
    void insert(Connection connection, Collection<ChatMessage> messages) {
      // That is what is measured.
    }
  }
}
