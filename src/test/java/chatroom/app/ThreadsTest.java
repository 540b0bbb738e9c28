package chatroom.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What takes long holds up nobody who wants something else. */
class ThreadsTest {
  private final Threads threads = new Threads("test");
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void end() {
    released.countDown();
    threads.close();
  }

  private void takeLong(Executor executor) {
    CountDownLatch begun = new CountDownLatch(1);
    executor.execute(
        () -> {
          begun.countDown();
          await(released);
        });
    await(begun);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(15, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void requireIdle(Executor executor) {
    CountDownLatch done = new CountDownLatch(1);
    executor.execute(done::countDown);
    await(done);
  }

  @Test
  void threeAnswersThatTakeLongHoldUpNoFourth() {
    for (int i = 0; i < 3; i++) {
      takeLong(threads.workers().encoders());
    }

    requireIdle(threads.workers().encoders());
  }

  @Test
  void answersThatTakeLongHoldUpNobodyWhoComes() {
    for (int i = 0; i < 4; i++) {
      takeLong(threads.workers().encoders());
    }
    takeLong(threads.searchers());
    takeLong(threads.searchers());

    requireIdle(threads.guests());
  }
}
