package chatroom.testing;

import chatroom.delivery.Writers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Writes in the calling thread, which nobody could take the place of; so it waits for no peer. For
 * one thread.
 */
public final class ManualWriters implements Writers {
  private final List<Runnable> later = new ArrayList<>();
  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private boolean holding;

  @Override
  public void execute(Runnable task) {
    if (holding) {
      tasks.addLast(task);
    } else {
      task.run();
    }
  }

  /** Nothing is written until {@link #goOn}. */
  public void hold() {
    holding = true;
  }

  /** What was to be written is. */
  public void goOn() {
    holding = false;
    for (Runnable task = tasks.pollFirst(); task != null; task = tasks.pollFirst()) {
      task.run();
    }
  }

  @Override
  public boolean reserve() {
    return false;
  }

  @Override
  public void unreserve() {
    throw new AssertionError("nobody waits");
  }

  @Override
  public void substitute() {
    throw new AssertionError("nobody is held up");
  }

  @Override
  public void release() {
    throw new AssertionError("nobody was held up");
  }

  @Override
  public void after(Duration delay, Runnable task) {
    later.add(task);
  }

  /** The time has passed for all that was to be done later. */
  public void passTime() {
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }
}
