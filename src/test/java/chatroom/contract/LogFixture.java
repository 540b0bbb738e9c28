package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.testing.People;
import chatroom.testing.Receipts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A log under test, and words to fill and read it with. */
public abstract class LogFixture {
  protected static final RoomName GENERAL = RoomName.GENERAL;
  protected static final RoomName RANDOM = new RoomName("random");
  protected static final RoomName PRIVATE = RoomName.between(1, 2);

  private static final int PATIENCE_SECONDS = 10;

  /** A receipt, as it was told. */
  protected record Stored(ChatMessage message, boolean again) {}

  private MessageLog log;

  /** An empty log, dated by a {@link chatroom.testing.ManualClock}. */
  protected abstract MessageLog freshLog();

  @BeforeEach
  void startEmpty() {
    log = freshLog();
  }

  /** The log under test. */
  protected final MessageLog log() {
    return log;
  }

  /** Stores drafts one after the other without waiting between them; gives all their receipts. */
  protected final List<Stored> append(List<Draft> drafts) {
    List<Stored> receipts = new ArrayList<>();
    CountDownLatch missing = new CountDownLatch(drafts.size());
    for (Draft draft : drafts) {
      log.append(
          draft,
          Receipts.stored(
              (message, again) -> {
                synchronized (receipts) {
                  receipts.add(new Stored(message, again));
                }
                missing.countDown();
              }));
    }
    try {
      assertTrue(missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "receipts are missing");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    synchronized (receipts) {
      return List.copyOf(receipts);
    }
  }

  protected final Stored append(RoomName room, long author, @Nullable String ref, String text) {
    return append(List.of(draft(room, author, ref, text))).get(0);
  }

  protected static Draft draft(RoomName room, long author, @Nullable String ref, String text) {
    return new Draft(room, People.user(author), text, ref);
  }

  /** Stores so many messages. */
  protected final void fill(RoomName room, int count) {
    append(IntStream.range(0, count).mapToObj(i -> draft(room, 1, null, "m" + (i + 1))).toList());
  }

  protected final HistoryPage read(RoomName room, Direction direction, long seq, int limit) {
    return read(new HistoryQuery(room, direction, seq, limit, Long.MAX_VALUE));
  }

  protected final HistoryPage read(HistoryQuery query) {
    try {
      return log.read(query);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  /** The page as {@code first..last more last_seq}, after a look at what is in between. */
  protected static String outline(HistoryPage page) {
    List<Long> seqs = page.messages().stream().map(ChatMessage::seq).toList();
    if (seqs.isEmpty()) {
      return "none " + page.hasMore() + " " + page.lastSeq();
    }
    long first = seqs.get(0);
    long last = seqs.get(seqs.size() - 1);
    assertEquals(LongStream.rangeClosed(first, last).boxed().toList(), seqs);
    return first + ".." + last + " " + page.hasMore() + " " + page.lastSeq();
  }
}
