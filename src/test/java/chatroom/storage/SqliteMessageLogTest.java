package chatroom.storage;

import chatroom.contract.MessageLogContract;
import chatroom.room.MessageLog;
import chatroom.testing.ManualClock;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteMessageLogTest extends MessageLogContract {
  @TempDir Path home = Path.of("");
  @RegisterExtension final OpenStores stores = new OpenStores();

  @Override
  protected MessageLog freshLog() {
    return stores.file(home.resolve("chat.db"), new ManualClock()).messages();
  }
}
