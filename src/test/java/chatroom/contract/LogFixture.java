package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import chatroom.testing.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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

  /** What became of a draft; the reason is empty if it was stored. */
  protected record Outcome(Optional<StoredEvent> event, boolean again, String reason) {
    StoredEvent stored() {
      return event.orElseThrow(() -> new AssertionError(reason));
    }
  }

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

  /** Stores messages one after the other without waiting between them; gives all their receipts. */
  protected final List<Stored> append(List<Draft> drafts) {
    return told(drafts).stream()
        .map(it -> new Stored((ChatMessage) it.stored(), it.again()))
        .toList();
  }

  /** The same of drafts of all kinds. */
  protected final List<StoredEvent> appendAll(List<Draft> drafts) {
    return told(drafts).stream().map(Outcome::stored).toList();
  }

  /** What becomes of a draft. */
  protected final Outcome outcome(Draft draft) {
    return told(List.of(draft)).get(0);
  }

  /** In the order in which it was told. */
  private List<Outcome> told(List<Draft> drafts) {
    BlockingQueue<Outcome> told = new LinkedBlockingQueue<>();
    for (Draft draft : drafts) {
      log.append(draft, receipt(told));
    }
    List<Outcome> outcomes = new ArrayList<>();
    try {
      while (outcomes.size() < drafts.size()) {
        Outcome next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        outcomes.add(Objects.requireNonNull(next, "receipts are missing"));
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return outcomes;
  }

  private static MessageLog.Receipt receipt(BlockingQueue<Outcome> told) {
    return new MessageLog.Receipt() {
      @Override
      public void stored(StoredEvent event, boolean again) {
        told.add(new Outcome(Optional.of(event), again, ""));
      }

      @Override
      public void refused(Unavailable why) {
        told.add(new Outcome(Optional.empty(), false, "refused: " + why.getMessage()));
      }

      @Override
      public void rejected(Rejection why) {
        told.add(new Outcome(Optional.empty(), false, why.code() + ": " + why.text()));
      }
    };
  }

  protected final Stored append(RoomName room, long author, @Nullable String ref, String text) {
    return append(List.of(draft(room, author, ref, text))).get(0);
  }

  protected static Draft draft(RoomName room, long author, @Nullable String ref, String text) {
    return new Draft.Post(room, People.user(author), text, ref);
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
    List<Long> seqs = page.events().stream().map(StoredEvent::seq).toList();
    if (seqs.isEmpty()) {
      return "none " + page.hasMore() + " " + page.lastSeq();
    }
    long first = seqs.get(0);
    long last = seqs.get(seqs.size() - 1);
    assertEquals(LongStream.rangeClosed(first, last).boxed().toList(), seqs);
    return first + ".." + last + " " + page.hasMore() + " " + page.lastSeq();
  }
}
