package chatroom.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Keeps tasks until the test runs them, in its own thread. */
public final class QueuedExecutor implements Executor {
  private final Deque<Runnable> tasks = new ArrayDeque<>();

  @Override
  public void execute(Runnable task) {
    tasks.addLast(task);
  }

  /** How many tasks wait. */
  public int size() {
    return tasks.size();
  }

  /** Runs the one that has waited for longest. */
  public void runNext() {
    tasks.removeFirst().run();
  }

  /** Runs what waits, and what comes of it, until nothing is left. */
  public void runAll() {
    while (!tasks.isEmpty()) {
      runNext();
    }
  }
}
