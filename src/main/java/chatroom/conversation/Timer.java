package chatroom.conversation;

import java.time.Duration;

/** Runs on the lane what is not due yet. Thread safety: safe for use by any thread. */
@FunctionalInterface
public interface Timer {
  /** Runs a task on the lane when that time has passed. */
  void after(Duration delay, Runnable task);
}
