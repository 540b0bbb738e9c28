package chatroom.storage;

import chatroom.contract.GuestsContract;
import chatroom.room.Guests;
import chatroom.testing.ManualClock;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteGuestsTest extends GuestsContract {
  @TempDir Path home = Path.of("");
  @RegisterExtension final OpenStores stores = new OpenStores();

  @Override
  protected Guests freshGuests(ManualClock clock) {
    return stores.file(home.resolve("chat.db"), clock).guests();
  }
}
