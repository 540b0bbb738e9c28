package chatroom.storage;

import chatroom.contract.UnreadContract;
import chatroom.room.MessageLog;
import chatroom.room.Unread;
import chatroom.testing.ManualClock;

class MemoryUnreadTest extends UnreadContract {
  @Override
  protected MessageLog freshLog() {
    return new MemoryMessageLog(new ManualClock(), any -> true);
  }

  @Override
  protected Unread.Counter counter() {
    return new MemoryUnread(log());
  }
}
