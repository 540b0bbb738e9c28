package chatroom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.Eventually;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriterPoolTest {
  private static final int SIZE = 2;
  private static final int SUBSTITUTES = 4;

  private final RunningWriters writers = new RunningWriters(SIZE);
  private final CountDownLatch held = new CountDownLatch(1);
  private final AtomicInteger ran = new AtomicInteger();

  @AfterEach
  void end() {
    held.countDown();
    writers.close();
  }

  /** A thread is held up until the end. */
  private void hold() {
    writers.execute(this::awaitEnd);
  }

  /** The same, and another takes its place until then. */
  private void holdAndSubstitute() {
    writers.execute(
        () -> {
          awaitEnd();
          writers.release();
          writers.unreserve();
        });
    assertTrue(writers.reserve());
    writers.substitute();
  }

  private void awaitEnd() {
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new AssertionError("no writer is interrupted", e);
    }
  }

  @Test
  void thereAreSoManyThreadsAndNoMore() {
    for (int i = 0; i < 5; i++) {
      hold();
    }
    Eventually.until("both are held up", () -> writers.busy() == SIZE);

    assertEquals(SIZE, writers.threads().size());
    assertTrue(writers.reserve());
  }

  @Test
  void whatWaitsRunsOnTheSubstituteOfAThreadThatIsHeldUp() {
    hold();
    hold();
    writers.execute(ran::incrementAndGet);
    Eventually.until("both are held up", () -> writers.busy() == SIZE);
    assertEquals(0, ran.get());

    assertTrue(writers.reserve());
    writers.substitute();
    Eventually.until("it ran", () -> ran.get() == 1);
    assertEquals(SIZE + 1, writers.threads().size());
  }

  @Test
  void fourAreMadeUpForAndNoMore() {
    for (int i = 0; i < SUBSTITUTES; i++) {
      holdAndSubstitute();
    }
    hold();
    hold();
    assertFalse(writers.reserve());
    Eventually.until("all are held up", () -> writers.busy() == SIZE + SUBSTITUTES);
    writers.execute(ran::incrementAndGet);

    assertEquals(SIZE + SUBSTITUTES, writers.threads().size());
    assertEquals(0, ran.get());
  }

  @Test
  void oneIsKeptForEachThatMayWaitSoThatNoneIsHeldUpWithoutIt() {
    for (int i = 0; i < SUBSTITUTES; i++) {
      assertTrue(writers.reserve());
    }
    assertFalse(writers.reserve());

    writers.unreserve();
    assertTrue(writers.reserve());
    assertFalse(writers.reserve());
  }

  @Test
  void whenTheyGoOnThereAreAsManyThreadsAsBefore() {
    for (int i = 0; i < SUBSTITUTES; i++) {
      holdAndSubstitute();
    }
    hold();
    hold();
    Eventually.until("all are held up", () -> writers.busy() == SIZE + SUBSTITUTES);
    for (int i = 0; i < 50; i++) {
      writers.execute(ran::incrementAndGet);
    }
    held.countDown();
    Eventually.until("all ran", () -> ran.get() == 50);
    Eventually.until("the others are gone", () -> writers.threads().size() <= SIZE);

    writers.execute(ran::incrementAndGet);
    Eventually.until("it ran", () -> ran.get() == 51);
  }

  @Test
  void whatIsForLaterRunsLater() {
    writers.after(Duration.ofMillis(1), ran::incrementAndGet);
    Eventually.until("it ran", () -> ran.get() == 1);
  }
}
