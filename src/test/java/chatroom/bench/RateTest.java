package chatroom.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** How late a message is counts from when it was due, not from when it could be sent. */
final class RateTest {
  private static final long MILLI = 1_000_000;

  private final List<Long> sent = new ArrayList<>();
  private final FixedRate rate = new FixedRate(0, 100, 4, sent::add);

  @Test
  void nothingIsSentBeforeItIsDue() {
    rate.beat(-1);
    assertEquals(List.of(), sent);
    rate.beat(9 * MILLI);
    assertEquals(List.of(0L), sent);
    assertFalse(rate.isDone());
  }

  @Test
  void whatWasHeldUpIsSentAsDueThen() {
    rate.beat(0);
    rate.beat(25 * MILLI);
    assertEquals(List.of(0L, 10 * MILLI, 20 * MILLI), sent);
  }

  @Test
  void itEndsWithTheLast() {
    rate.beat(1_000 * MILLI);
    assertEquals(4, sent.size());
    assertTrue(rate.isDone());
  }

  @Test
  void theHistogramTellsWhatAHeldUpMessageHasWaited() {
    Ledger ledger = new Ledger();
    Tally tally = new Tally(ledger, 1, false);
    tally.expect(0, 1);
    new FixedRate(0, 100, 3, due -> ledger.begin(due, 1)).beat(20 * MILLI);

    for (int number = 0; number < 3; number++) {
      tally.delivered(number, 0, 21 * MILLI, true);
    }

    Histogram late = tally.latency();
    assertEquals(3, late.getTotalCount());
    assertEquals(21, late.getMaxValue() / 1_000);
    assertEquals(11, late.getValueAtPercentile(50) / 1_000);
    assertEquals(1, late.getMinValue() / 1_000);
    assertEquals(0, tally.latency().getTotalCount());
  }
}
