package chatroom.storage;

import chatroom.contract.GuestsContract;
import chatroom.room.Guests;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("installed")
class MariadbGuestsTest extends GuestsContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::mariadb);

  @Override
  protected Guests freshGuests(ManualClock clock) {
    return DATABASE.fresh(clock).guests();
  }
}
