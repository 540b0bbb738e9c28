package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.ChatMessage;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.room.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link MessageLog} has to keep: of what is written, and of how it is read. */
public abstract class MessageLogContract extends ReactingContract {
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
        List.of(RoomName.between(1, 2), RoomName.between(1, 3)), log().privateChatsOf(1, 10));
    assertEquals(List.of(RoomName.between(2, 3)), log().privateChatsOf(3, 1));
    assertEquals(List.of(), log().privateChatsOf(4, 10));
  }

  @Test
  void roomsWhoseNamesAreAlikeHaveNothingInCommon() throws Unavailable {
    List<RoomName> rooms =
        Stream.of("a", "A", "a_", "a-", "aa", "a1", "_", "1", "x".repeat(31), "x".repeat(32))
            .map(RoomName::new)
            .toList();
    for (int round = 1; round <= 3; round++) {
      for (RoomName room : rooms) {
        ChatMessage stored = append(room, 1, "r" + round, room.value() + round).message();
        assertEquals(round, stored.seq());
        assertEquals(room, stored.room());
      }
    }

    for (RoomName room : rooms) {
      HistoryPage page = read(room, Direction.AFTER, 1, 10);
      assertEquals("2..3 false 3", outline(page));
      assertEquals(
          List.of(room.value() + 2, room.value() + 3),
          page.events().stream().map(it -> ((ChatMessage) it).text()).toList());
      assertEquals("none true 3", outline(read(HistoryQuery.newest(room, 0, Long.MAX_VALUE))));
    }
    assertEquals(List.of(), log().privateChatsOf(1, 10));
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
    List<StoredEvent> all = new ArrayList<>();
    HistoryPage page = read(HistoryQuery.newest(GENERAL, 5, Long.MAX_VALUE));
    all.addAll(0, page.events());
    while (page.hasMore()) {
      page = read(GENERAL, Direction.BEFORE, page.events().get(0).seq(), 5);
      all.addAll(0, page.events());
    }

    assertEquals(read(GENERAL, Direction.AFTER, 0, 100).events(), all);
    assertEquals(23, all.size());
  }
}
