package chatroom.delivery;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Looks at all rooms that write, again and again, so that each can free itself from a peer that
 * holds it up. Rests when nobody has written for a while.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class Watchdog {
  /**
   * How often it looks; a peer holds a room up for once or twice as long. Oftener costs too much.
   */
  static final Duration PERIOD = Duration.ofMillis(40);

  /** After so many looks at nothing it looks no more. */
  private static final int MAX_IN_VAIN = 25;

  /** Something that may be held up. */
  interface Watched {
    /** Looks once, by one thread at a time; false if there is nothing to look at. */
    boolean look();
  }

  private final Writers writers;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}: how often each was looked at in vain. */
  private final Map<Watched, Integer> active = new HashMap<>();

  /** Guarded by {@code lock}: whether it looks, or will. */
  private boolean looking;

  /**
   * @param writers run what is due later
   */
  public Watchdog(Writers writers) {
    this.writers = writers;
  }

  /** Looks at it from now on, until there has been nothing to look at for about a second. */
  void watch(Watched watched) {
    boolean begins;
    lock.lock();
    try {
      active.put(watched, 0);
      begins = !looking;
      looking = true;
    } finally {
      lock.unlock();
    }
    if (begins) {
      writers.after(PERIOD, this::lookAtAll);
    }
  }

  private void lookAtAll() {
    try {
      present().forEach(watched -> seen(watched, watched.look()));
    } finally {
      if (goesOn()) {
        writers.after(PERIOD, this::lookAtAll);
      }
    }
  }

  private boolean goesOn() {
    lock.lock();
    try {
      looking = !active.isEmpty();
      return looking;
    } finally {
      lock.unlock();
    }
  }

  private List<Watched> present() {
    lock.lock();
    try {
      return List.copyOf(active.keySet());
    } finally {
      lock.unlock();
    }
  }

  private void seen(Watched watched, boolean something) {
    lock.lock();
    try {
      active.computeIfPresent(
          watched,
          (any, inVain) ->
              something
                  ? Integer.valueOf(0)
                  : inVain == MAX_IN_VAIN ? null : Integer.valueOf(inVain + 1));
    } finally {
      lock.unlock();
    }
  }
}
