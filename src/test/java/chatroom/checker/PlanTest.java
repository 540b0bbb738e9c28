package chatroom.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final int STEPS = 5_000;

  private static List<Step> steps(long seed, int client) {
    return Stream.generate(new Plan(seed, 8).script(client)).limit(STEPS).toList();
  }

  @Test
  void theSameSeedGivesTheSamePlan() {
    assertEquals(steps(7, 3), steps(7, 3));
    assertEquals(new Plan(7, 8).outages(20), new Plan(7, 8).outages(20));
  }

  @Test
  void anotherSeedOrClientGivesAnother() {
    assertNotEquals(steps(7, 3), steps(8, 3));
    assertNotEquals(steps(7, 3), steps(7, 4));
    assertNotEquals(new Plan(7, 8).outages(20), new Plan(8, 8).outages(20));
  }

  @Test
  void everythingIsDoneSometimes() {
    Set<Deed> done = EnumSet.noneOf(Deed.class);
    steps(1, 0).forEach(it -> done.add(it.deed()));
    assertEquals(EnumSet.allOf(Deed.class), done);
  }

  @Test
  void nobodyWhispersToThemselves() {
    assertTrue(steps(1, 5).stream().noneMatch(it -> it.deed() == Deed.WHISPER && it.amount() == 5));
  }

  @Test
  void asManyAreKilledAsWereAskedFor() {
    List<Outage> outages = new Plan(3, 8).outages(200);
    assertEquals(200, outages.stream().filter(it -> !it.orderly()).count());
    assertTrue(outages.stream().anyMatch(Outage::orderly));
  }
}
