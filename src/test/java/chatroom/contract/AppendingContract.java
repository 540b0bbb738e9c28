package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.Nickname;
import chatroom.room.RoomName;
import chatroom.testing.People;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link MessageLog} has to keep of what is written; its receipts may come at once or
 * later, from any thread.
 */
public abstract class AppendingContract extends LogFixture {
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
        new Draft.Post(GENERAL, People.user(7).named(new Nickname("Ann", "ann")), "späß 👍", "r");
    ChatMessage stored = append(List.of(named)).get(0).message();

    assertEquals(List.of(stored), read(GENERAL, Direction.AFTER, 0, 10).events());
    assertEquals(GENERAL, stored.room());
    assertEquals(7, stored.authorId());
    assertEquals("Ann", stored.authorName());
    assertEquals("späß 👍", stored.text());
    assertEquals(chatroom.testing.ManualClock.START, stored.sentAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "a\0b\0",
        "\uFFFE",
        "\uFFFE0",
        "\uFFFE1\0",
        " ",
        "a ",
        " a\n\t",
        "'\"\\%_;--",
        "\uFFFF",
        "\u0001",
        "e\u0301\u200d\uD83D\uDE00",
        "\u2028"
      })
  void everyTextIsKeptAsItIs(String text) {
    ChatMessage stored = append(GENERAL, 1, text, text).message();

    assertEquals(text, stored.text());
    assertEquals(List.of(stored), read(GENERAL, Direction.AFTER, 0, 10).events());
    assertEquals(new Stored(stored, true), append(GENERAL, 1, text, text));
    assertFalse(append(GENERAL, 1, text + " ", text).again());
  }

  @Test
  void theLongestTextAndTheLongestRefAreKept() {
    String text = "\uD83D\uDE00".repeat(16_000);
    String ref = "\uD83D\uDE00".repeat(64);
    ChatMessage stored = append(GENERAL, 1, ref, text).message();

    assertEquals(List.of(stored), read(GENERAL, Direction.AFTER, 0, 10).events());
    assertTrue(append(GENERAL, 1, ref, text).again());
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

  @Test
  void theNewestIdIsThatOfTheNewestMessage() {
    assertEquals(0, log().lastId());
    append(GENERAL, 1, null, "a");

    assertEquals(append(RANDOM, 1, null, "b").message().id(), log().lastId());
  }

  @Test
  void allThatIsStoredIsCountedOnce() {
    fill(GENERAL, 3);
    append(RANDOM, 1, "r", "a");
    append(RANDOM, 1, "r", "a");

    assertEquals(4, log().stored());
  }
}
