package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.room.Rejection;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.room.Unread;
import chatroom.testing.ManualNanoTime;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.GetRooms;
import chatroom.wire.ClientMessage.MarkRead;
import chatroom.wire.SessionMessage.Failure;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counting what is unread costs what it takes. */
class CountsTest {
  private static final int AT_ONCE = 100;

  private final Hall hall = new Hall();
  private final ManualNanoTime nanoTime = new ManualNanoTime();
  private final RateLimit rate = new RateLimit(Hall.ACTS_PER_SECOND, nanoTime);

  private static Unread.Query query(long after) {
    return new Unread.Query(RoomName.GENERAL, after, Long.MAX_VALUE, 1, Set.of());
  }

  /** Counts rooms of so many messages, in each of which so many are found to be unread. */
  private void count(int rooms, long lastSeq, int unread) throws Unavailable {
    Notebook notebook =
        new Notebook(
            hall.notes, any -> new Unread(unread, 0), hall.log, Runnable::run, Runnable::run);
    Counts counts = new Counts(notebook, rate);
    for (int i = 0; i < rooms; i++) {
      counts.charge(0, lastSeq);
      counts.count(query(0), lastSeq);
    }
  }

  /** How many questions may be asked now. */
  private int left() {
    int asked = 0;
    while (isLetThrough()) {
      asked++;
    }
    return asked;
  }

  private boolean isLetThrough() {
    try {
      rate.question();
      return true;
    } catch (Rejection e) {
      return false;
    }
  }

  @Test
  void roomsThatAreReadCostLittle() throws Unavailable {
    count(8, 0, 0);

    assertEquals(AT_ONCE - 2, left());
  }

  @Test
  void whatIsFoundSoonCostsNoMoreThanThat() throws Unavailable {
    count(4, 1_000_000, Unread.MOST);

    assertEquals(AT_ONCE - 4 * (1_000 + 128) / 512, left());
  }

  @Test
  void whatIsLookedThroughInVainCostsAll() throws Unavailable {
    count(1, 1_000_000, 0);

    assertEquals(AT_ONCE - (10_000 + 128) / 512, left());
  }

  @Test
  void withAsManyRoomsAsThereAreByDefaultOneMayAskAgainAfterTwentySeconds() throws Unavailable {
    count(50 + RoomCounts.MAX_CHATS, 1_000_000, 0);
    assertEquals(0, left());
    nanoTime.pass(Duration.ofSeconds(20));

    assertTrue(left() > 0);
  }

  /** How many pings are answered at once after so much was said and that was asked. */
  private long pingsAfter(int messages, ClientMessage asked) {
    Guest ann = hall.enter();
    for (int i = 0; i < messages; i++) {
      hall.node.nanoTime.pass(Duration.ofMillis(100));
      ann.say("m" + i);
    }
    hall.node.nanoTime.pass(Duration.ofSeconds(2));
    ann.say(asked);
    ann.heard();
    IntStream.range(0, AT_ONCE).forEach(i -> ann.say(new ClientMessage.Ping(null)));
    return ann.heard().stream().filter(it -> !(it instanceof Failure)).count();
  }

  @Test
  void toAskForTheRoomsCostsByWhatThereIsToCount() {
    assertEquals(AT_ONCE - 1 - (1_500 + 128) / 512, pingsAfter(1_500, new GetRooms(null)));
  }

  @Test
  void andSoDoesToMarkOneAsRead() {
    assertEquals(
        AT_ONCE - 1 - (1_500 + 128) / 512, pingsAfter(1_500, new MarkRead(null, 0L, null)));
  }
}
