package chatroom.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.contract.RestraintsContract;
import chatroom.room.Restraint;
import chatroom.room.Restraint.Kind;
import chatroom.room.Restraints;
import chatroom.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is banned and who is muted, in a database. */
abstract class DatabaseRestraintsTest extends RestraintsContract {
  abstract SharedDatabase database();

  @Override
  protected void startEmpty(ManualClock clock) {
    database().fresh(clock);
  }

  @Override
  protected Restraints restraints() {
    return database().store().restraints();
  }

  @Test
  void theyOutliveTheApplication() {
    Restraint ban = imposed(Kind.BAN, 5, Optional.empty());
    Restraint mute = imposed(Kind.MUTE, 6, Optional.of(Duration.ofHours(1)));
    database().reopened(clock());

    assertEquals(List.of(ban, mute), all());
  }
}
