package chatroom.storage;

import chatroom.contract.UploadsContract;
import chatroom.testing.ManualClock;

class MemoryUploadsTest extends UploadsContract {
  @Override
  protected Store freshStore(ManualClock clock) {
    return new MemoryStore(clock, SharedDatabase.TERMS, any -> true);
  }
}
