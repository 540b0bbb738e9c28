package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.contract.GuestsContract;
import chatroom.room.Guests;
import chatroom.testing.ManualClock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryGuestsTest extends GuestsContract {
  @Override
  protected Guests freshGuests(ManualClock clock) {
    return new MemoryGuests(clock, REMEMBERED);
  }

  @Test
  void beyondItsBoundWhoWasNotSeenForLongestIsForgotten() {
    long first = admit("first");
    admit("second");
    guests().seen(first, "");
    for (int i = 2; i < MemoryGuests.MAX_GUESTS; i++) {
      admit("hash" + i);
    }
    assertTrue(find("second").isPresent());
    admit("last");

    assertTrue(find("first").isPresent() && find("last").isPresent());
    assertEquals(Optional.empty(), find("second"));
  }
}
