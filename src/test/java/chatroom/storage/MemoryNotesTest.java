package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.NotesContract;
import chatroom.room.Guests;
import chatroom.room.Notes;
import chatroom.room.Notes.Kept;
import chatroom.room.RoomName;
import chatroom.testing.ManualClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryNotesTest extends NotesContract {
  private final Notes notes = new MemoryNotes();

  @Override
  protected Guests freshGuests(ManualClock clock) {
    return new MemoryGuests(clock, Duration.ofDays(30));
  }

  @Override
  protected Notes notes() {
    return notes;
  }

  @Test
  void beyondItsBoundWhatWasNotUsedForLongestIsForgotten() {
    for (int user = 1; user <= MemoryGuests.MAX_GUESTS; user++) {
      mark(user, RoomName.GENERAL, user);
    }
    of(1);
    mark(MemoryGuests.MAX_GUESTS + 1, RoomName.GENERAL, 9);

    assertEquals(Map.of(RoomName.GENERAL, 1L), of(1).marks());
    assertEquals(Kept.nothing(), of(2));
    assertEquals(Map.of(RoomName.GENERAL, 3L), of(3).marks());
  }
}
