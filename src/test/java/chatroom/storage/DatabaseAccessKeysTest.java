package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.AccessKeysContract;
import chatroom.room.AccessKey;
import chatroom.room.AccessKeys;
import chatroom.room.Accounts;
import chatroom.room.Guests;
import chatroom.testing.ManualClock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Access keys in a database. */
abstract class DatabaseAccessKeysTest extends AccessKeysContract {
  abstract SharedDatabase database();

  @Override
  protected void startEmpty(ManualClock clock) {
    database().fresh(clock);
  }

  @Override
  protected Accounts accounts() {
    return database().store().accounts();
  }

  @Override
  protected Guests guests() {
    return database().store().guests();
  }

  @Override
  protected AccessKeys keys() {
    return database().store().accessKeys();
  }

  @Test
  void theyOutliveTheApplication() {
    AccessKey key = issue(key(member("Ann").id(), "a", false));
    database().reopened(clock());

    assertEquals(Optional.of(key), found("a"));
  }
}
