package chatroom.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SaturationTest {
  /** The windows that were tried while the throughput was this, and the best of them. */
  private static List<Integer> windows(WindowDoubling doubling, double... throughputs) {
    List<Integer> tried = new ArrayList<>();
    int best = 0;
    for (int i = 0; doubling.goesOn(); i++) {
      int window = doubling.window();
      tried.add(window);
      best = doubling.reached(throughputs[i]) ? window : best;
    }
    tried.add(best);
    return tried;
  }

  @Test
  void theWindowDoublesUntilTwoStepsHaveNotRaisedTheThroughput() {
    assertEquals(
        List.of(1, 2, 4, 8, 16, 8), windows(new WindowDoubling(1, 256), 10, 20, 30, 30.8, 29));
  }

  @Test
  void aLittleMoreIsTheBestAndYetNoRise() {
    assertEquals(List.of(1, 2, 4, 4), windows(new WindowDoubling(1, 256), 100, 101, 102));
  }

  @Test
  void oneFlatStepIsForgiven() {
    assertEquals(
        List.of(1, 2, 4, 8, 16, 4), windows(new WindowDoubling(1, 256), 10, 9, 20, 19, 18));
  }

  @Test
  void theWindowHasABound() {
    assertEquals(List.of(1, 2, 4, 4), windows(new WindowDoubling(1, 5), 1, 2, 3));
  }

  @Test
  void aMessageIsUnderWayUntilAllOfAllThreadsHaveIt() {
    Ledger ledger = new Ledger();
    Tally one = new Tally(ledger, 1, true);
    Tally other = new Tally(ledger, 1, true);
    one.expect(0, 1);
    other.expect(0, 2);
    int number = ledger.begin(0, 2);

    assertFalse(other.delivered(number, 0, 0, true));
    assertFalse(one.delivered(number, 0, 0, true));
    assertEquals(1, ledger.underWay());
    assertTrue(other.delivered(number, 0, 0, true));
    assertEquals(0, ledger.underWay());
    assertEquals(3, one.deliveries() + other.deliveries());
  }

  @Test
  void onlyTheOldestOfAFrameIsAskedHowLateItIs() {
    Ledger ledger = new Ledger();
    Tally tally = new Tally(ledger, 1, true);
    tally.expect(0, 1);
    tally.delivered(ledger.begin(0, 1), 0, 5_000, true);
    tally.delivered(ledger.begin(0, 1), 0, 9_000, false);

    assertEquals(1, tally.latency().getTotalCount());
  }
}
