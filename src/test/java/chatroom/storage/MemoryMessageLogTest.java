package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.contract.MessageLogContract;
import chatroom.room.Draft;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.RoomName;
import chatroom.testing.Eventually;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import chatroom.testing.Receipts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryMessageLogTest extends MessageLogContract {
  private static final int BOUND = MemoryMessageLog.MESSAGES_PER_ROOM;

  /** Small enough for a test to go past it. */
  private static final long BYTES = 10_000;

  private static final RoomName MADE = new RoomName("made");

  private final ManualClock clock = new ManualClock();

  @Override
  protected MessageLog freshLog() {
    return new MemoryMessageLog(
        new ManualClock(),
        room -> !room.equals(MADE),
        new MemoryUploads(new ManualClock()),
        Optional.empty(),
        BYTES);
  }

  /** A message that takes a little more than a third of what private chats may take. */
  private void fillThird(long author, long other) {
    append(RoomName.between(author, other), author, null, "x".repeat(1_500));
  }

  private boolean remembers(long one, long other) {
    return !read(RoomName.between(one, other), Direction.AFTER, 0, 1).events().isEmpty();
  }

  @Test
  void aMessageIsDatedWhenItIsStored() {
    MemoryMessageLog dated = new MemoryMessageLog(clock, any -> true);
    clock.pass(Duration.ofSeconds(5));
    dated.append(new Draft.Post(GENERAL, People.user(1), "late", null), Receipts.unread());

    assertEquals(
        ManualClock.START.plusSeconds(5),
        dated.read(HistoryQuery.newest(GENERAL, 1, Long.MAX_VALUE)).events().get(0).sentAt());
  }

  @ParameterizedTest
  @CsvSource({
    "BEFORE, 9223372036854775807, 2, 1009..1010 true 1010",
    "BEFORE, 13, 5, 11..12 false 1010",
    "BEFORE, 12, 5, 11..11 false 1010",
    "BEFORE, 11, 5, none false 1010",
    "BEFORE, 10, 5, none false 1010",
    "BEFORE, 3,  5, none false 1010",
    "BEFORE, 0,  5, none false 1010",
    "BEFORE, 11, 0, none false 1010",
    "BEFORE, 12, 0, none true 1010",
    "AFTER,  0,  2, 11..12 true 1010",
    "AFTER,  10, 2, 11..12 true 1010",
    "AFTER,  11, 2, 12..13 true 1010",
    "AFTER,  1008, 2, 1009..1010 false 1010",
  })
  void beyondItsBoundARoomForgetsTheOldest(
      Direction direction, long seq, int limit, String expected) {
    fill(GENERAL, BOUND + 10);

    assertEquals(expected, outline(read(GENERAL, direction, seq, limit)));
  }

  @Test
  void aRefIsForgottenWithItsMessage() {
    append(GENERAL, 1, "r", "old");
    fill(GENERAL, BOUND - 1);
    assertTrue(append(GENERAL, 1, "r", "again").again());

    fill(GENERAL, 1);
    assertFalse(append(GENERAL, 1, "r", "anew").again());
  }

  @Test
  void privateChatsNeverCostARoomItsMessages() {
    fill(GENERAL, BOUND);
    for (int other = 2; other < 50; other++) {
      fillThird(1, other);
    }

    assertEquals("1..1000 false 1000", outline(read(GENERAL, Direction.AFTER, 0, BOUND)));
  }

  @Test
  void whatIsSaidInRoomsThatPeopleMadeIsBoundedInAllAndCostsNobodyElse() {
    MemoryMessageLog pooled =
        new MemoryMessageLog(
            clock,
            room -> room.equals(GENERAL),
            new MemoryUploads(new ManualClock()),
            Optional.empty(),
            BYTES);
    RoomName quiet = new RoomName("quiet");
    RoomName chat = RoomName.between(1, 2);
    String third = "x".repeat(1_500);
    for (RoomName room : List.of(GENERAL, chat, quiet)) {
      pooled.append(new Draft.Post(room, People.user(1), third, null), Receipts.unread());
    }
    for (int i = 0; i < 5; i++) {
      pooled.append(new Draft.Post(MADE, People.user(1), third, null), Receipts.unread());
    }

    assertEquals("1..1 false 1", newest(pooled, GENERAL));
    assertEquals("1..1 false 1", newest(pooled, chat));
    assertEquals("none false 1", newest(pooled, quiet));
    assertEquals("1..5 false 5", newest(pooled, MADE));
  }

  private static String newest(MemoryMessageLog log, RoomName room) {
    return outline(log.read(HistoryQuery.newest(room, 10, Long.MAX_VALUE)));
  }

  @Test
  void roomsNeverCostAPrivateChatItsMessages() {
    fillThird(1, 2);
    fill(GENERAL, BOUND);

    assertTrue(remembers(1, 2));
  }

  @Test
  void thePrivateChatThatWasQuietForLongestIsForgottenFirst() {
    fillThird(1, 2);
    fillThird(3, 4);
    append(RoomName.between(1, 2), 2, null, "not quiet");
    fillThird(5, 6);

    assertTrue(remembers(1, 2));
    assertFalse(remembers(3, 4));
    assertTrue(remembers(5, 6));
  }

  @Test
  void thePrivateChatThatIsBusyNowIsNotForgottenHoweverLargeItIs() {
    fillThird(1, 2);
    for (int i = 0; i < 5; i++) {
      fillThird(3, 4);
    }

    assertFalse(remembers(1, 2));
    assertEquals("1..5 false 5", outline(read(RoomName.between(3, 4), Direction.AFTER, 0, 10)));
  }

  /** If each of them looked through all that others have, it would take minutes. */
  @Test
  void howManyPrivateChatsOthersHaveMakesNoListOfThemDearer() {
    MemoryMessageLog log = new MemoryMessageLog(clock, any -> true);
    for (int other = 2; other < 2 + RoomPool.MAX_ROOMS; other++) {
      log.append(
          new Draft.Post(RoomName.between(1, other), People.user(1), "x", null), Receipts.unread());
    }
    List<RoomName> own = List.of(RoomName.between(1, 9));

    assertTimeoutPreemptively(
        Eventually.BOUND,
        () -> {
          for (int i = 0; i < 10_000; i++) {
            assertEquals(own, log.privateChatsOf(9, 50));
          }
        });
    log.append(
        new Draft.Post(RoomName.between(3, 4), People.user(3), "x", null), Receipts.unread());
    assertEquals(List.of(), log.privateChatsOf(2, 50), "its numbers are forgotten");
  }

  /** If each of them looked through all that was forgotten, it would take minutes. */
  @Test
  void howManyPrivateChatsWereForgottenMakesNoMessageDearer() {
    int chats = RoomPool.MAX_ROOMS + 10;
    assertTimeoutPreemptively(
        Eventually.BOUND,
        () -> {
          for (int other = 2; other < 2 + chats; other++) {
            fillThird(1, other);
          }
        });

    assertEquals("none false 0", outline(read(RoomName.between(1, 2), Direction.AFTER, 0, 10)));
    fillThird(1, 1 + chats / 2);
    assertEquals(
        "2..2 false 2", outline(read(RoomName.between(1, 1 + chats / 2), Direction.AFTER, 0, 10)));
  }

  @Test
  void whatWasForgottenMakesPlaceForAsMuch() {
    for (int round = 0; round < 20; round++) {
      fillThird(1, 2 + round);
    }

    assertTrue(remembers(1, 20) && remembers(1, 21), "the newest two fit in");
    assertFalse(remembers(1, 19));
  }
}
