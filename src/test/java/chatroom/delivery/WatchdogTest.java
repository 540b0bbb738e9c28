package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.delivery.Watchdog.Watched;
import chatroom.testing.SteppedWriters;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private static final List<Duration> A_PERIOD = List.of(Watchdog.PERIOD);
  private static final int IN_VAIN = 26;

  private final SteppedWriters writers = new SteppedWriters();
  private final Watchdog watchdog = new Watchdog(writers);
  private final Looks busy = new Looks(true);
  private final Looks idle = new Looks(false);

  /** Counts how often it is looked at. */
  private static final class Looks implements Watched {
    private final boolean something;
    private int looks;

    Looks(boolean something) {
      this.something = something;
    }

    @Override
    public boolean look() {
      looks++;
      return something;
    }
  }

  private void passPeriods(int periods) {
    for (int i = 0; i < periods; i++) {
      writers.passTime();
    }
  }

  @Test
  void itLooksOnceAPeriodHoweverOftenItIsTold() {
    watchdog.watch(busy);
    watchdog.watch(busy);
    watchdog.watch(idle);
    assertEquals(0, busy.looks);
    assertEquals(A_PERIOD, writers.delays());

    passPeriods(3);
    assertEquals(3, busy.looks);
    assertEquals(3, idle.looks);
    assertEquals(A_PERIOD, writers.delays());
  }

  @Test
  void whatHasNothingToLookAtIsLeftAloneAfterAWhile() {
    watchdog.watch(busy);
    watchdog.watch(idle);
    passPeriods(100);

    assertEquals(100, busy.looks);
    assertEquals(IN_VAIN, idle.looks);
  }

  @Test
  void itRestsWhenThereIsNothingToLookAtAndIsWokenAgain() {
    watchdog.watch(idle);
    passPeriods(IN_VAIN);
    assertEquals(List.of(), writers.delays());

    watchdog.watch(idle);
    assertEquals(A_PERIOD, writers.delays());
    passPeriods(1);
    assertEquals(IN_VAIN + 1, idle.looks);
  }

  @Test
  void whatWritesAgainIsLookedAtForAsLongAgain() {
    watchdog.watch(idle);
    passPeriods(IN_VAIN - 1);
    watchdog.watch(idle);
    passPeriods(IN_VAIN - 1);

    assertEquals(A_PERIOD, writers.delays());
  }

  @Test
  void oneThatFailsDoesNotEndTheLooking() {
    watchdog.watch(
        () -> {
          throw new IllegalStateException("broken");
        });
    for (int i = 0; i < 3; i++) {
      try {
        writers.passTime();
      } catch (IllegalStateException e) {
        assertEquals("broken", e.getMessage());
      }
    }

    assertEquals(A_PERIOD, writers.delays());
  }
}
