package chatroom.delivery;

import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Threads that write to clients and may wait for each send. A peer that takes nothing in holds one
 * up; for as long as it does, another takes its place, for some of them.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface Writers extends Executor {
  /** Keeps a substitute for a thread that is going to wait; false if there is none left. */
  boolean reserve();

  /** The thread that one was kept for waits no more. */
  void unreserve();

  /** A thread that one was kept for is held up, and it takes its place. */
  void substitute();

  /** That thread goes on, and its substitute goes back. */
  void release();

  /** Runs a task when that time has passed. */
  void after(Duration delay, Runnable task);
}
