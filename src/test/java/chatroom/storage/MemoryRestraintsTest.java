package chatroom.storage;

import chatroom.contract.RestraintsContract;
import chatroom.room.Restraints;
import chatroom.testing.ManualClock;

class MemoryRestraintsTest extends RestraintsContract {
  private final Restraints restraints = new MemoryRestraints();

  @Override
  protected void startEmpty(ManualClock clock) {}

  @Override
  protected Restraints restraints() {
    return restraints;
  }
}
