package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.QueuedExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {
  private final QueuedExecutor pool = new QueuedExecutor();
  private final Lane lane = new Lane(pool, 3);
  private final List<String> done = new ArrayList<>();

  private Runnable task(String name) {
    return () -> done.add(name);
  }

  @Test
  void tasksRunInTheOrderTheyCame() throws Unavailable {
    lane.execute(task("a"));
    lane.offer(task("b"));
    lane.execute(task("c"));

    pool.runAll();

    assertEquals(List.of("a", "b", "c"), done);
  }

  @Test
  void oneThreadIsBorrowedHoweverManyTasksWait() {
    lane.execute(task("a"));
    lane.execute(task("b"));

    assertEquals(1, pool.size());
  }

  @Test
  void aTaskThatATaskAddsRunsAfterThatOneIsOver() {
    lane.execute(
        () -> {
          lane.execute(task("inner"));
          done.add("outer");
        });

    pool.runAll();

    assertEquals(List.of("outer", "inner"), done);
  }

  @Test
  void anIdleLaneStartsAgain() {
    lane.execute(task("a"));
    pool.runAll();
    lane.execute(task("b"));
    pool.runAll();

    assertEquals(List.of("a", "b"), done);
  }

  @Test
  void whatIsOfferedToAnIdleLaneIsDoneAtOnceByWhoOffersIt() throws Unavailable {
    lane.offer(task("a"));

    assertEquals(List.of("a"), done);
    assertEquals(0, pool.size());
  }

  @Test
  void whatAnOfferedTaskAddsIsDoneThereAsWell() throws Unavailable {
    lane.offer(
        () -> {
          lane.execute(task("b"));
          offer("c");
          done.add("a");
        });

    assertEquals(List.of("a", "b", "c"), done);
    assertEquals(0, pool.size());
  }

  @Test
  void whatOthersAddWhileAnOfferedTaskRunsIsLeftToThePool() throws Unavailable {
    lane.offer(
        () -> {
          asAnother(() -> lane.execute(task("b")));
          lane.execute(task("c"));
          done.add("a");
        });
    assertEquals(List.of("a"), done);

    lane.offer(task("d"));
    pool.runAll();

    assertEquals(List.of("a", "b", "c", "d"), done);
  }

  @Test
  void whoOffersATaskThatAddsMoreWithoutEndIsRelievedByThePool() throws Unavailable {
    lane.offer(() -> addMore(100));
    assertTrue(pool.size() == 1 && done.size() < 100, () -> done.size() + " were done at once");

    pool.runAll();
    assertEquals(100, done.size());
  }

  private void addMore(int left) {
    done.add("one");
    if (left > 1) {
      lane.execute(() -> addMore(left - 1));
    }
  }

  private static void asAnother(Runnable task) {
    CompletableFuture.runAsync(task).join();
  }

  @Test
  void anOfferedTaskThatThrowsIsHeardOfByWhoOffersItAndStopsNothing() throws Unavailable {
    assertThrows(
        IllegalStateException.class,
        () ->
            lane.offer(
                () -> {
                  asAnother(() -> lane.execute(task("next")));
                  throw new IllegalStateException("on purpose");
                }));
    pool.runAll();
    lane.offer(task("after"));

    assertEquals(List.of("next", "after"), done);
  }

  private void offer(String name) {
    try {
      lane.offer(task(name));
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whenTooManyWaitAnOfferIsRefusedAndDoesNotRun() throws Unavailable {
    lane.execute(task("a"));
    lane.offer(task("b"));
    lane.offer(task("c"));

    assertThrows(Unavailable.class, () -> lane.offer(task("refused")));
    pool.runAll();

    assertEquals(List.of("a", "b", "c"), done);
  }

  @Test
  void whenTooManyWaitWhatHasToHappenStillDoes() {
    IntStream.range(0, 10).forEach(i -> lane.execute(task("a" + i)));

    pool.runAll();

    assertEquals(10, done.size());
  }

  @Test
  void aLaneThatWasFullTakesOffersAgain() throws Unavailable {
    for (int i = 0; i < 3; i++) {
      lane.execute(task("a"));
    }
    pool.runAll();

    lane.offer(task("b"));
    pool.runAll();

    assertEquals(List.of("a", "a", "a", "b"), done);
  }

  @Test
  void aTaskThatThrowsIsHeardOfByThePoolAndStopsNothing() {
    lane.execute(
        () -> {
          throw new IllegalStateException("on purpose");
        });
    lane.execute(task("next"));

    assertThrows(IllegalStateException.class, pool::runNext);
    pool.runAll();

    assertEquals(List.of("next"), done);
  }

  @Test
  void aBusyLaneLetsTheOthersHaveTheirTurn() {
    IntStream.range(0, 100).forEach(i -> lane.execute(task("busy")));
    new Lane(pool, 3).execute(task("other"));

    pool.runAll();

    int turn = done.indexOf("other");
    assertTrue(turn > 0 && turn < 100, "the other lane came at " + turn);
    assertEquals(101, done.size());
  }
}
