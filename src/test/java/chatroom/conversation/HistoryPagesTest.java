package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Draft;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.Nickname;
import chatroom.room.RoomName;
import chatroom.storage.MemoryMessageLog;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import chatroom.testing.Receipts;
import chatroom.wire.StoredMessage;
import chatroom.wire.StoredMessage.History;
import chatroom.wire.StoredMessage.Message;
import chatroom.wire.Utf8;
import chatroom.wire.WireCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryPagesTest {
  private static final int TEN_KILOBYTES = 10_000;

  private final MemoryMessageLog log = new MemoryMessageLog(new ManualClock(), any -> true);

  private void fill(int count, String text) {
    Nickname name = new Nickname("\"".repeat(20), "quotes");
    for (int i = 0; i < count; i++) {
      log.append(
          new Draft.Post(RoomName.GENERAL, People.user(Long.MAX_VALUE).named(name), text, null),
          Receipts.unread());
    }
  }

  private History read(Direction direction, long seq) {
    HistoryQuery query = new HistoryQuery(RoomName.GENERAL, direction, seq, 100, Long.MAX_VALUE);
    return cut(query);
  }

  private History cut(HistoryQuery query) {
    return HistoryPages.cut(
        log.read(query),
        query.direction(),
        new HistoryPages.Head(1_767_323_045, "general", null, null),
        event -> StoredMessage.of(event, "general"));
  }

  private static List<Long> seqs(History history) {
    return history.content().stream().map(it -> ((Message) it).seq()).toList();
  }

  private static long first(History history) {
    return seqs(history).get(0);
  }

  private static long last(History history) {
    return seqs(history).get(history.content().size() - 1);
  }

  @Test
  void aLargePageBackwardsKeepsTheNewestAndSaysThereIsMore() {
    fill(40, "x".repeat(TEN_KILOBYTES));
    History page = read(Direction.BEFORE, Long.MAX_VALUE);

    assertEquals(40, last(page));
    assertTrue(page.content().size() > 20 && page.content().size() < 27, seqs(page)::toString);
    assertEquals(41 - page.content().size(), first(page));
    assertTrue(page.hasMore());
    assertEquals(40, page.lastSeq());
  }

  @Test
  void aLargePageForwardsKeepsTheOldestAndSaysThereIsMore() {
    fill(40, "x".repeat(TEN_KILOBYTES));
    History page = read(Direction.AFTER, 3);

    assertEquals(4, first(page));
    assertEquals(3 + page.content().size(), last(page));
    assertTrue(page.hasMore());
  }

  @Test
  void pageByPageALargeHistoryIsReadWhole() {
    fill(60, "x".repeat(TEN_KILOBYTES));
    int read = 0;
    long seq = 0;
    History page;
    do {
      page = read(Direction.AFTER, seq);
      assertEquals(seq + 1, first(page));
      read += page.content().size();
      seq = last(page);
    } while (page.hasMore());

    assertEquals(60, read);
  }

  @Test
  void aSmallPageIsWhole() {
    fill(5, "hello");
    History page = read(Direction.BEFORE, Long.MAX_VALUE);

    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), seqs(page));
    assertEquals(false, page.hasMore());
  }

  @Test
  void aMessageThatIsLargerThanAnyPageIsAPageOfItsOwn() {
    fill(2, "x".repeat(300_000));

    assertEquals(List.of(2L), seqs(read(Direction.BEFORE, Long.MAX_VALUE)));
    assertEquals(List.of(1L), seqs(read(Direction.AFTER, 0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"", "\n", "\u0001", "\u007f", "ü", "☕", "👍"})
  void onTheWireAPageIsNoLargerThanItMayBe(String character) {
    fill(100, character.repeat(5_000));

    for (Direction direction : Direction.values()) {
      History page = read(direction, direction == Direction.AFTER ? 0 : Long.MAX_VALUE);
      int bytes = Utf8.length(new WireCodec().encode(page));
      assertTrue(bytes <= HistoryPages.MAX_BYTES, bytes + " bytes");
    }
  }

  @Test
  void manySmallMessagesFitTooWithTheirEnvelopes() {
    fill(1_000, "x");
    HistoryQuery query = HistoryQuery.newest(RoomName.GENERAL, 1_000, Long.MAX_VALUE);
    History page = cut(query);

    assertTrue(Utf8.length(new WireCodec().encode(page)) <= HistoryPages.MAX_BYTES);
    assertTrue(page.content().size() > HistoryPages.MAX_MESSAGES);
  }
}
