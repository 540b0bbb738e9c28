package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.testing.Eventually;
import chatroom.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is older than retention-days goes at the start, and numbers stay as they are. */
class RetentionTest {
  private static final Duration KEPT = Duration.ofDays(7);

  @TempDir Path home = Path.of("");
  private final ManualClock clock = new ManualClock();

  private Store open(Optional<Duration> kept) {
    return DatabaseStore.file(
        home.resolve("chat.db"), new StoreTerms(Duration.ofDays(30), kept), clock, "test");
  }

  private static HistoryPage after(Store store, long seq) throws Unavailable {
    return store
        .messages()
        .read(new HistoryQuery(RoomName.GENERAL, Direction.AFTER, seq, 2_000, Long.MAX_VALUE));
  }

  private static void send(Store store, int count) {
    Traffic traffic = new Traffic(store.messages());
    for (int i = 0; i < count; i++) {
      traffic.send();
    }
    Eventually.until("all are stored", () -> traffic.acknowledged() == count);
  }

  @Test
  void whatIsTooOldIsGoneAndTheRestBeginsWithTheOldestThatIsLeft() throws Unavailable {
    int old = 2 * Batch.SWEEP_LIMIT + 10;
    try (Store store = open(Optional.empty())) {
      send(store, old);
      clock.pass(KEPT.plusMillis(1));
      send(store, old + 5);
    }
    try (Store store = open(Optional.of(KEPT))) {
      Eventually.until("the old ones are gone", () -> store.messages().stored() == 5);
      HistoryPage page = after(store, 3);
      assertEquals(old + 1, page.events().get(0).seq());
      assertEquals(5, page.events().size());
      assertEquals(old + 5, page.lastSeq());
    }
  }

  @Test
  void aRoomWithoutMessagesKeepsItsNumbers() throws Unavailable {
    try (Store store = open(Optional.empty())) {
      send(store, 5);
    }
    clock.pass(KEPT.plusMillis(1));
    try (Store store = open(Optional.of(KEPT))) {
      Eventually.until("all are gone", () -> store.messages().stored() == 0);
      assertEquals(new HistoryPage(java.util.List.of(), false, 5), after(store, 0));
      send(store, 1);
      assertEquals(6, after(store, 0).events().get(0).seq());
      assertEquals(6, store.messages().lastId());
    }
  }

  @Test
  void withoutRetentionNothingGoes() throws Unavailable {
    try (Store store = open(Optional.empty())) {
      send(store, 5);
    }
    clock.pass(Duration.ofDays(36_500));
    try (Store store = open(Optional.empty())) {
      send(store, 6);
      assertTrue(after(store, 0).events().size() == 6);
    }
  }
}
