package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.storage.MemoryMessageLog;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever took a snapshot and then heard all events knows what a fresh snapshot says. */
class RoomSnapshotTest {
  private static final int STEPS = 300;
  private static final int USERS = 12;

  /** What somebody knows who was given the members once, and every event from then on. */
  private static final class Onlooker {
    private final Map<Long, Participant> members = new LinkedHashMap<>();

    private Onlooker(List<Participant> snapshot) {
      snapshot.forEach(who -> members.put(who.id(), who));
    }

    private void hear(RoomEvent event) {
      if (event instanceof RoomEvent.Joined joined) {
        members.put(joined.who().id(), joined.who());
        assertEquals(members.size(), joined.online());
      } else if (event instanceof RoomEvent.Left left) {
        assertEquals(members.remove(left.who().id()), left.who());
        assertEquals(members.size(), left.online());
      } else if (event instanceof RoomEvent.Renamed renamed) {
        Participant before = members.replace(renamed.who().id(), renamed.who());
        assertEquals(renamed.oldName(), before == null ? null : before.name());
      }
    }
  }

  private final List<Onlooker> onlookers = new ArrayList<>();
  private final Room room =
      new Room(
          RoomName.GENERAL,
          new Lane(Runnable::run, 10),
          new MemoryMessageLog(new ManualClock(), any -> true),
          0,
          new Timeline(0),
          event -> onlookers.forEach(it -> it.hear(event)));

  /** Those who are in, as the test knows it. */
  private final Map<Long, Participant> inside = new LinkedHashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSnapshotAndTheEventsAfterItAreAFreshSnapshot(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      act(1 + random.nextInt(USERS), random.nextInt(3), step);
      if (random.nextInt(10) == 0) {
        onlookers.add(new Onlooker(room.members(USERS, 0)));
      }
    }

    List<Participant> fresh = room.members(USERS, 0);
    assertEquals(List.copyOf(inside.values()), fresh);
    onlookers.forEach(it -> assertEquals(fresh, List.copyOf(it.members.values())));
  }

  private void act(long id, int choice, int step) {
    Participant who = inside.get(id);
    if (who == null && choice > 0) {
      inside.put(id, People.user(id));
      room.enter(People.user(id), () -> {});
    } else if (who == null || choice == 0) {
      inside.remove(id);
      room.leave(id);
    } else {
      Participant renamed = who.named(new Nickname("Name" + step, "name" + step));
      inside.replace(id, renamed);
      room.rename(renamed, who.name());
    }
  }
}
