package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.NotesContract;
import chatroom.room.Guests;
import chatroom.room.Notes;
import chatroom.room.Notes.Kept;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Notes in a database, which has its guests in another table. */
abstract class DatabaseNotesTest extends NotesContract {
  abstract SharedDatabase database();

  @Override
  protected Guests freshGuests(ManualClock clock) {
    return database().fresh(clock).guests();
  }

  @Override
  protected Notes notes() {
    return database().store().notes();
  }

  @Test
  void theyOutliveTheApplication() {
    long ann = admit(database().store().guests(), Optional.of("ann"));
    mark(ann, RoomName.GENERAL, 5);
    Store store = database().reopened(new ManualClock());

    assertEquals(new Kept(Map.of(RoomName.GENERAL, 5L), Set.of()), keptBy(store, ann));
  }

  private static Kept keptBy(Store store, long userId) {
    try {
      return store.notes().of(userId);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nothingIsKeptOfOneWhoWillNotReturn() {
    long passing = admit(database().store().guests(), Optional.empty());
    mark(passing, RoomName.GENERAL, 5);

    assertEquals(Kept.nothing(), of(passing));
  }
}
