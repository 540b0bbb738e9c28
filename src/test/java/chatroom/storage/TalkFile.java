package chatroom.storage;

import chatroom.room.Change;
import chatroom.room.Draft;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/**
 * A file of SQLite in which many people have said much, made once and kept.
 *
 * <p>Thread safety: none.
 */
final class TalkFile {
  private static final int MOST_UNDER_WAY = 10_000;
  private static final Duration BETWEEN = Duration.ofSeconds(31);
  private static final int ONE_IN_DELETED = 100;

  /** As many of the newest are stored one by one, which leaves the index in more parts. */
  private static final int ALONE = 20_000;

  private static final long LOOK_MILLIS = 1_000;

  private final Path file;
  private final int messages;
  private final ManualClock clock = new ManualClock();
  private final Semaphore free = new Semaphore(MOST_UNDER_WAY);

  TalkFile(Path file, int messages) {
    this.file = file;
    this.messages = messages;
  }

  /** Makes the file through the log, as it is made in life, unless it is there. */
  void make(Talk talk) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Path young = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(young);
    long begin = System.nanoTime();
    try (Store store = DatabaseStore.file(young, SharedDatabase.TERMS, clock, "talk")) {
      say(talk, store.messages());
    }
    Files.move(young, file);
    System.out.printf(
        "| %,d messages stored in %d s |%n", messages, (System.nanoTime() - begin) / 1_000_000_000);
  }

  private void say(Talk talk, MessageLog log) {
    for (int i = 1; i <= messages; i++) {
      clock.pass(BETWEEN);
      Draft.Post post = talk.draft();
      append(log, post);
      if (i > messages - ALONE) {
        awaitAll();
      }
      if (i % ONE_IN_DELETED == 0) {
        // Its number is known: nobody else writes, and what was done to messages is counted, too.
        long id = (long) i + i / ONE_IN_DELETED - 1;
        append(log, new Change.Delete(post.room(), post.author(), id, Instant.EPOCH, null));
      }
    }
    awaitAll();
  }

  private void awaitAll() {
    free.acquireUninterruptibly(MOST_UNDER_WAY);
    free.release(MOST_UNDER_WAY);
  }

  private void append(MessageLog log, Draft draft) {
    free.acquireUninterruptibly();
    log.append(
        draft,
        new MessageLog.Receipt() {
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
        });
  }

  /** The file as a server opens it, with all of it in the index. */
  Store open() throws Exception {
    Store store = DatabaseStore.file(file, SharedDatabase.TERMS, clock, "bench");
    while (ask("SELECT begins_at FROM chat_search") > 0) {
      Thread.sleep(LOOK_MILLIS);
    }
    return store;
  }

  /** When the newest message was sent. */
  Instant end() throws Exception {
    return Instant.ofEpochMilli(ask("SELECT MAX(sent_at) FROM chat_message"));
  }

  private long ask(String question) throws Exception {
    try (Database database = Database.file(file);
        Connection connection = database.reading().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }
}
