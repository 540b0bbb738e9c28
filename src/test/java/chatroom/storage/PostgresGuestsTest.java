package chatroom.storage;

import chatroom.contract.GuestsContract;
import chatroom.room.Guests;
import chatroom.testing.ManualClock;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresGuestsTest extends GuestsContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::postgres);

  @Override
  protected Guests freshGuests(ManualClock clock) {
    return DATABASE.fresh(clock).guests();
  }
}
