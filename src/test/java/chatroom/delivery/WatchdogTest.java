package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.delivery.Watchdog.Watched;
import chatroom.testing.Eventually;
import chatroom.testing.SteppedWriters;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private static final List<Duration> A_PERIOD = List.of(Watchdog.PERIOD);
  private static final int IN_VAIN = 26;
  private static final int MOMENTS = 40;

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

  @Test
  void itLooksOnceAPeriodThoughARoomWritesJustWhenItGoesToRest() {
    HastyTime time = new HastyTime();
    Watchdog hasty = new Watchdog(time);
    AtomicInteger looks = new AtomicInteger();
    Watched resting = () -> looks.incrementAndGet() < 0;
    Thread thread = new Thread(time::pass);
    thread.start();
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    for (int round = 0; round < 4_000; round++) {
      // One less: what the last look saw may be counted after the room writes.
      int rest = looks.get() + IN_VAIN - 1;
      hasty.watch(resting);
      while (looks.get() < rest) {
        assertTrue(System.nanoTime() < end, "it looks no more");
        Thread.onSpinWait();
      }
      IntStream.range(0, round % MOMENTS).forEach(moment -> Thread.onSpinWait());
    }
    time.over = true;
    Eventually.until("it rests", () -> !thread.isAlive());

    assertEquals(1, time.most.get());
  }

  /** Time that passes as fast as it can; knows how many looks ever were to come at once. */
  private static final class HastyTime implements Writers {
    private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();
    private final AtomicInteger toCome = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile boolean over;

    /** Until it is over and nothing is to come. */
    void pass() {
      while (!over || toCome.get() > 0) {
        Runnable next = later.poll();
        if (next != null) {
          toCome.decrementAndGet();
          next.run();
        }
      }
    }

    @Override
    public void after(Duration delay, Runnable task) {
      most.accumulateAndGet(toCome.incrementAndGet(), Math::max);
      later.add(task);
    }

    @Override
    public void execute(Runnable task) {
      throw new AssertionError("nothing is written");
    }

    @Override
    public boolean reserve() {
      return false;
    }

    @Override
    public void unreserve() {}

    @Override
    public void substitute() {}

    @Override
    public void release() {}
  }
}
