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
  /** Whether another thread would take the place of one that is held up. */
  boolean haveSubstitute();

  /** A thread is held up: another takes its place; false if there is none left. */
  boolean substitute();

  /** The thread that was held up goes on, and its substitute is no longer needed. */
  void release();

  /** Runs a task when that time has passed. */
  void after(Duration delay, Runnable task);
}
