package chatroom.storage;

import chatroom.contract.MessageSearchContract;
import chatroom.room.MessageLog;
import chatroom.room.MessageSearch;

class MemoryMessageSearchTest extends MessageSearchContract {
  private final Store store = new MemoryStore(clock, SharedDatabase.TERMS, any -> true);

  @Override
  protected MessageLog freshLog() {
    return store.messages();
  }

  @Override
  protected MessageSearch search() {
    return store.search();
  }
}
