package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.LogFixture;
import chatroom.room.Change;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.Unavailable;
import chatroom.room.Unread;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is older than retention-days is forgotten in memory, too, in rooms of every kind. */
class MemoryRetentionTest extends LogFixture {
  private final ManualClock clock = new ManualClock();
  private final Store store =
      new MemoryStore(
          clock,
          new StoreTerms(Duration.ofDays(30), Optional.of(Duration.ofDays(7))),
          GENERAL::equals);

  @Override
  protected MessageLog freshLog() {
    return store.messages();
  }

  @Test
  void whatIsTooOldIsGoneWithAllThatWasDoneToItAndTheRestHasNoHole() throws Unavailable {
    long old = append(GENERAL, 1, null, "plum").message().id();
    clock.pass(Duration.ofDays(6));
    var edit = new Change.Edit(GENERAL, People.user(1), old, "fig", Instant.EPOCH, null);
    appendAll(List.of(edit));
    append(GENERAL, 1, null, "young");
    clock.pass(Duration.ofDays(2));

    assertEquals("2..3 false 3", outline(read(GENERAL, Direction.AFTER, 0, 10)));
    assertEquals(Optional.empty(), log().find(old));
    assertEquals("MESSAGE_NOT_FOUND: No such message", outcome(edit).reason());
    Unread.Query query = new Unread.Query(GENERAL, 0, Long.MAX_VALUE, 2, Set.of());
    assertEquals(new Unread(1, 0), store.unread().count(query));
  }

  @Test
  void roomsThatPeopleMadeAndPrivateChatsForgetToo() {
    append(RANDOM, 1, null, "plum");
    append(PRIVATE, 1, null, "pear");
    clock.pass(Duration.ofDays(8));

    assertEquals("none false 1", outline(read(RANDOM, Direction.AFTER, 0, 10)));
    assertEquals("none false 1", outline(read(PRIVATE, Direction.BEFORE, 9, 10)));
    assertEquals(2, append(RANDOM, 1, null, "new").message().seq());
  }
}
