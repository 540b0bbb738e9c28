package chatroom.storage;

import chatroom.contract.ArchiveContract;
import chatroom.room.Archive;
import chatroom.room.MessageLog;
import chatroom.testing.ManualClock;
import java.util.ArrayList;
import java.util.List;

class MemoryArchiveTest extends ArchiveContract {
  private final List<MemoryMessageLog> logs = new ArrayList<>();

  @Override
  protected MessageLog freshLog(ManualClock dating) {
    logs.add(new MemoryMessageLog(dating, any -> true));
    return logs.get(0);
  }

  @Override
  protected Archive archive() {
    return new MemoryArchive(logs.get(0));
  }
}
