package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.UploadsContract;
import chatroom.room.Uploads;
import chatroom.testing.ManualClock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteUploadsTest extends UploadsContract {
  @RegisterExtension
  static final SharedDatabase DATABASE = new SharedDatabase(TestDatabases::sqlite);

  @Override
  protected Store freshStore(ManualClock clock) {
    return DATABASE.fresh(clock);
  }

  @Test
  void whatIsKeptIsStillThereAfterARestart() throws Exception {
    add(upload("kept", 1, 100));
    Uploads reopened = DATABASE.reopened(new ManualClock()).uploads();

    assertEquals(Optional.of(upload("kept", 1, 100)), reopened.find("kept"));
    assertEquals(Uploads.Outcome.USER_IS_FULL, reopened.add(upload("more", 1, 1), QUOTA));
  }
}
