package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.Nickname;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link MessageLog} has to keep; its receipts may come at once or later, from any
 * thread.
 */
public abstract class MessageLogContract {
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

  @Test
  void theNumbersOfARoomRiseByOneWhateverOthersDo() {
    List<Stored> receipts =
        append(
            List.of(
                draft(GENERAL, 1, null, "a"),
                draft(RANDOM, 1, null, "b"),
                draft(GENERAL, 2, null, "c"),
                draft(PRIVATE, 1, null, "d"),
                draft(GENERAL, 1, null, "e"),
                draft(RANDOM, 2, null, "f")));

    for (RoomName room : List.of(GENERAL, RANDOM, PRIVATE)) {
      List<Long> seqs =
          receipts.stream()
              .map(Stored::message)
              .filter(message -> message.room().equals(room))
              .map(ChatMessage::seq)
              .toList();
      assertEquals(LongStream.rangeClosed(1, seqs.size()).boxed().toList(), seqs);
    }
  }

  @Test
  void theIdsOfAllRoomsRiseAndAreFitForAScript() {
    long before = 0;
    for (RoomName room : List.of(GENERAL, RANDOM, PRIVATE, GENERAL, RANDOM)) {
      long id = append(room, 1, null, "hello").message().id();
      assertTrue(id > before && id < 1L << 53, id + " after " + before);
      before = id;
    }
  }

  @Test
  void whatIsReadIsWhatTheReceiptSaid() {
    Draft named =
        new Draft(GENERAL, People.user(7).named(new Nickname("Ann", "ann")), "späß 👍", "r");
    ChatMessage stored = append(List.of(named)).get(0).message();

    assertEquals(List.of(stored), read(GENERAL, Direction.AFTER, 0, 10).messages());
    assertEquals(GENERAL, stored.room());
    assertEquals(7, stored.authorId());
    assertEquals("Ann", stored.authorName());
    assertEquals("späß 👍", stored.text());
    assertEquals(chatroom.testing.ManualClock.START, stored.sentAt());
  }

  @Test
  void theReceiptsOfARoomComeInItsOrder() {
    List<Stored> receipts =
        append(IntStream.range(0, 500).mapToObj(i -> draft(GENERAL, 1, null, "m" + i)).toList());

    assertEquals(
        IntStream.range(0, 500).mapToObj(i -> "m" + i).toList(),
        receipts.stream().map(it -> it.message().text()).toList());
  }

  @Test
  void theSameRefOfTheSameAuthorInTheSameRoomIsStoredOnce() {
    Stored first = append(GENERAL, 1, "r", "first");
    Stored second = append(GENERAL, 1, "r", "second");

    assertEquals(new Stored(first.message(), true), second);
    assertEquals("1..1 false 1", outline(read(GENERAL, Direction.AFTER, 0, 10)));
  }

  @Test
  void aRepetitionRightBehindTheFirstIsStoredOnce() {
    List<Stored> receipts =
        append(List.of(draft(GENERAL, 1, "r", "a"), draft(GENERAL, 1, "r", "a")));

    assertEquals(List.of(false, true), receipts.stream().map(Stored::again).toList());
    assertEquals(receipts.get(0).message(), receipts.get(1).message());
  }

  @Test
  void theSameRefOfAnotherAuthorIsAnotherMessage() {
    append(GENERAL, 1, "r", "mine");

    assertEquals("yours", append(GENERAL, 2, "r", "yours").message().text());
  }

  @Test
  void theSameRefInAnotherRoomIsAnotherMessage() {
    Stored here = append(GENERAL, 1, "r", "here");
    Stored there = append(RANDOM, 1, "r", "there");

    assertNotEquals(here.message().id(), there.message().id());
    assertEquals(1, there.message().seq());
  }

  @Test
  void anotherRefOrNoneIsAnotherMessage() {
    append(GENERAL, 1, "r", "a");
    append(GENERAL, 1, "R", "a");
    append(GENERAL, 1, null, "a");
    append(GENERAL, 1, null, "a");

    assertEquals("1..4 false 4", outline(read(GENERAL, Direction.AFTER, 0, 10)));
  }

  @Test
  void aRepetitionLeavesNoGap() {
    append(GENERAL, 1, "r", "a");
    append(GENERAL, 1, "r", "a");

    assertEquals(2, append(GENERAL, 1, "s", "b").message().seq());
  }

  @ParameterizedTest
  @CsvSource({
    // Ten messages; where to begin, how many, and what comes of it.
    "BEFORE, 9223372036854775807, 4,   7..10 true 10",
    "BEFORE, 9223372036854775807, 9,   2..10 true 10",
    "BEFORE, 9223372036854775807, 10,  1..10 false 10",
    "BEFORE, 9223372036854775807, 200, 1..10 false 10",
    "BEFORE, 12, 2, 9..10 true 10",
    "BEFORE, 11, 2, 9..10 true 10",
    "BEFORE, 10, 2, 8..9 true 10",
    "BEFORE, 5,  4, 1..4 false 10",
    "BEFORE, 5,  3, 2..4 true 10",
    "BEFORE, 2,  5, 1..1 false 10",
    "BEFORE, 1,  5, none false 10",
    "BEFORE, 0,  5, none false 10",
    "BEFORE, -7, 5, none false 10",
    "BEFORE, -9223372036854775808, 5, none false 10",
    "AFTER, -9223372036854775808, 3, 1..3 true 10",
    "AFTER, -7, 3,  1..3 true 10",
    "AFTER, 0,  3,  1..3 true 10",
    "AFTER, 0,  9,  1..9 true 10",
    "AFTER, 0,  10, 1..10 false 10",
    "AFTER, 7,  2,  8..9 true 10",
    "AFTER, 7,  3,  8..10 false 10",
    "AFTER, 9,  5,  10..10 false 10",
    "AFTER, 10, 5,  none false 10",
    "AFTER, 11, 5,  none false 10",
    "AFTER, 9223372036854775807, 5, none false 10",
  })
  void aPageIsWhatIsNearestToWhereItBegins(
      Direction direction, long seq, int limit, String expected) {
    fill(GENERAL, 10);

    assertEquals(expected, outline(read(GENERAL, direction, seq, limit)));
  }

  @ParameterizedTest
  @CsvSource({
    "BEFORE, 9223372036854775807, none true 3",
    "BEFORE, 2, none true 3",
    "BEFORE, 1, none false 3",
    "AFTER, 0, none true 3",
    "AFTER, 2, none true 3",
    "AFTER, 3, none false 3",
  })
  void aPageOfNothingSaysWhetherThereIsMore(Direction direction, long seq, String expected) {
    fill(GENERAL, 3);

    assertEquals(expected, outline(read(GENERAL, direction, seq, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    // Ten messages, whose ids are their numbers; where to begin, how many, as of which id.
    "BEFORE, 9223372036854775807, 3, 6, 4..6 true 6",
    "BEFORE, 9223372036854775807, 9, 6, 1..6 false 6",
    "BEFORE, 8, 3, 6, 4..6 true 6",
    "BEFORE, 5, 3, 6, 2..4 true 6",
    "BEFORE, 9, 3, 0, none false 0",
    "AFTER, 0, 3, 6, 1..3 true 6",
    "AFTER, 3, 3, 6, 4..6 false 6",
    "AFTER, 3, 9, 6, 4..6 false 6",
    "AFTER, 6, 9, 6, none false 6",
    "AFTER, 8, 9, 6, none false 6",
    "AFTER, 0, 9, 0, none false 0",
  })
  void aPageAsOfThenKnowsNothingOfLater(
      Direction direction, long seq, int limit, long asOf, String expected) {
    fill(GENERAL, 10);

    assertEquals(expected, outline(read(new HistoryQuery(GENERAL, direction, seq, limit, asOf))));
  }

  @Test
  void aUsersPrivateChatsAreThoseWithMessagesTheNewestFirst() throws Unavailable {
    append(RoomName.between(1, 2), 1, null, "a");
    append(RoomName.between(3, 1), 3, null, "b");
    append(RoomName.between(2, 3), 2, null, "c");
    append(RoomName.between(11, 12), 11, null, "d");
    append(RoomName.between(1, 2), 2, null, "e");

    assertEquals(
        List.of(RoomName.between(1, 2), RoomName.between(1, 3)), log.privateChatsOf(1, 10));
    assertEquals(List.of(RoomName.between(2, 3)), log.privateChatsOf(3, 1));
    assertEquals(List.of(), log.privateChatsOf(4, 10));
  }

  @Test
  void theNewestIdIsThatOfTheNewestMessage() {
    assertEquals(0, log.lastId());
    append(GENERAL, 1, null, "a");

    assertEquals(append(RANDOM, 1, null, "b").message().id(), log.lastId());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 2, Long.MAX_VALUE})
  void aRoomThatNobodyHasWrittenInIsEmpty(long seq) {
    fill(GENERAL, 3);

    for (Direction direction : Direction.values()) {
      assertEquals("none false 0", outline(read(RANDOM, direction, seq, 10)));
      assertEquals("none false 0", outline(read(PRIVATE, direction, seq, 10)));
    }
  }

  @Test
  void pageByPageBackwardsNothingIsMissedAndNothingComesTwice() {
    fill(GENERAL, 23);
    List<ChatMessage> all = new ArrayList<>();
    HistoryPage page = read(HistoryQuery.newest(GENERAL, 5, Long.MAX_VALUE));
    all.addAll(0, page.messages());
    while (page.hasMore()) {
      page = read(GENERAL, Direction.BEFORE, page.messages().get(0).seq(), 5);
      all.addAll(0, page.messages());
    }

    assertEquals(read(GENERAL, Direction.AFTER, 0, 100).messages(), all);
    assertEquals(23, all.size());
  }

  @Test
  void allThatIsStoredIsCountedOnce() {
    fill(GENERAL, 3);
    append(RANDOM, 1, "r", "a");
    append(RANDOM, 1, "r", "a");

    assertEquals(4, log.stored());
  }
}
