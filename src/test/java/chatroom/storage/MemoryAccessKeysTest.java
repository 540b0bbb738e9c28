package chatroom.storage;

import chatroom.contract.AccessKeysContract;
import chatroom.room.AccessKeys;
import chatroom.room.Accounts;
import chatroom.room.Guests;
import chatroom.testing.ManualClock;

class MemoryAccessKeysTest extends AccessKeysContract {
  private final MemoryGuests guests = new MemoryGuests(clock(), REMEMBERED);
  private final AccessKeys keys = new MemoryAccessKeys(clock());

  @Override
  protected void startEmpty(ManualClock clock) {
    // Every test has its own.
  }

  @Override
  protected Accounts accounts() {
    return guests.accounts();
  }

  @Override
  protected Guests guests() {
    return guests;
  }

  @Override
  protected AccessKeys keys() {
    return keys;
  }
}
