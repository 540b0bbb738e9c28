package chatroom.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Lane;
import chatroom.room.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many threads add tasks, and however many run them. */
class LaneStressTest {
  private static final int PRODUCERS = 8;
  private static final int TASKS = 10_000;
  private static final int PATIENCE_SECONDS = 30;

  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final Lane lane = new Lane(pool, Integer.MAX_VALUE);

  /** Without any lock: the lane is to guard it. */
  private final List<String> done = new ArrayList<>();

  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicInteger overlaps = new AtomicInteger();
  private final CountDownLatch missing = new CountDownLatch(2 * PRODUCERS * TASKS);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  private void task(String name) {
    if (!busy.compareAndSet(false, true)) {
      overlaps.incrementAndGet();
    }
    done.add(name);
    busy.set(false);
    missing.countDown();
  }

  /** Adds a task that itself adds another. */
  private void add(String name, boolean offered) throws Unavailable {
    Runnable task =
        () -> {
          lane.execute(() -> task("after " + name));
          task(name);
        };
    if (offered) {
      lane.offer(task);
    } else {
      lane.execute(task);
    }
  }

  @Test
  void everyTaskRunsOnceAloneAndInTheOrderOfWhoAddedIt() throws InterruptedException {
    Together.run(
        PRODUCERS,
        producer ->
            () -> {
              for (int i = 0; i < TASKS; i++) {
                add(producer + ":" + i, i % 2 == 0);
              }
              return true;
            });

    assertTrue(missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> missing + " missing");
    assertEquals(0, overlaps.get());
    assertEquals(2 * PRODUCERS * TASKS, done.size());
    for (int producer = 0; producer < PRODUCERS; producer++) {
      String prefix = producer + ":";
      assertEquals(
          IntStream.range(0, TASKS).mapToObj(i -> prefix + i).toList(),
          done.stream().filter(it -> it.startsWith(prefix)).toList());
    }
  }
}
