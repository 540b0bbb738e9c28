package chatroom.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Directory;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.Rejection;
import chatroom.testing.ManualClock;
import chatroom.testing.PlainNicknames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DirectoryStressTest {
  private static final int RIVALS = 8;

  private final Directory directory = new Directory(new PlainNicknames(), Map.of());
  private final AtomicLong ids = new AtomicLong();

  private List<Participant> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> directory.admit(ids.incrementAndGet(), ManualClock.START))
        .toList();
  }

  private boolean takes(Participant who, String name) {
    try {
      Nickname claimed = directory.claim(who, name);
      if (directory.rename(who, claimed).isEmpty()) {
        directory.free(who, claimed);
      }
      return true;
    } catch (Rejection taken) {
      return false;
    }
  }

  @Test
  void ofManyWhoWantOneNameOneGetsIt() throws InterruptedException {
    for (int round = 0; round < 100; round++) {
      String name = "Ann" + round;
      List<Participant> rivals = people(RIVALS);
      List<Boolean> won = Together.run(RIVALS, i -> () -> takes(rivals.get(i), name));

      assertEquals(1, won.stream().filter(it -> it).count());
    }
  }

  @Test
  void whoTakesAnOldNameAgainNeverSharesIt() throws InterruptedException {
    for (int round = 0; round < 150; round++) {
      String mine = "Mine" + round;
      Participant who = people(1).get(0);
      Participant rival = people(1).get(0);
      Participant first = renamed(who, mine);
      Participant second = renamed(first, "Other" + round);
      List<Boolean> done =
          Together.run(
              2,
              i ->
                  i == 0
                      ? () -> freed(second, first.name()) && takes(who, mine)
                      : () -> takes(rival, mine));

      assertTrue(done.get(0) ^ done.get(1), "both or none of them are called " + mine);
    }
  }

  private Participant renamed(Participant who, String name) {
    try {
      return directory.rename(who, directory.claim(who, name)).orElseThrow();
    } catch (Rejection taken) {
      throw new AssertionError(taken);
    }
  }

  private boolean freed(Participant renamed, Nickname oldName) {
    directory.free(renamed, oldName);
    return true;
  }

  @Test
  void whoLeavesWhileTakingANameNeverKeepsIt() throws InterruptedException {
    for (int round = 0; round < 150; round++) {
      String name = "Ann" + round;
      Participant leaver = people(1).get(0);
      Together.run(
          2,
          i ->
              i == 0
                  ? () -> takes(leaver, name)
                  : () -> {
                    directory.depart(leaver.id()).run();
                    return true;
                  });

      assertTrue(takes(people(1).get(0), name), "the name is lost");
    }
  }
}
