package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.ChatMessage;
import chatroom.room.HistoryPage;
import chatroom.room.RoomName;
import chatroom.room.StoredEvent;
import chatroom.testing.ManualClock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
  /** The messages with these numbers, of a room that has ten. */
  private static HistoryPage page(String seqs) {
    List<StoredEvent> events =
        Stream.of(seqs.split(" ", -1))
            .filter(it -> !it.isEmpty())
            .<StoredEvent>map(ReplayTest::message)
            .toList();
    return new HistoryPage(events, false, 10);
  }

  private static ChatMessage message(String seq) {
    long number = Long.parseLong(seq);
    return new ChatMessage(number, number, RoomName.GENERAL, 1, "Ann", "hello", ManualClock.START);
  }

  @ParameterizedTest
  @CsvSource({
    "6, 7 8 9 10, true",
    "6, 7 8, true",
    "10, '', true",
    "9, '', false",
    "11, '', false",
    "6, 8 9 10, false",
    "6, 7 9 10, false",
    "6, 7 8 10, false",
  })
  void aPageGoesOnIfNothingIsMissingBeforeOrInIt(long seq, String seqs, boolean goesOn) {
    assertEquals(goesOn, Replay.goesOn(page(seqs), seq));
  }
}
