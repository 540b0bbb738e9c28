package chatroom.delivery;

import chatroom.delivery.Pass.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of one room here: a user by one client at most.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class Readers {
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}; by user, in the order they came. */
  private final Map<Long, Reader> byUser = new LinkedHashMap<>();

  /** Guarded by {@code lock}: the same as a list, made when asked for, as thousands may come. */
  private @Nullable List<Reader> all = List.of();

  /** Adds a reader; returns who was there for that user before. */
  @Nullable Reader add(long userId, Reader reader) {
    lock.lock();
    try {
      all = null;
      return byUser.put(userId, reader);
    } finally {
      lock.unlock();
    }
  }

  /** Takes the reader of a user out; null if there is none. */
  @Nullable Reader remove(long userId) {
    lock.lock();
    try {
      all = null;
      return byUser.remove(userId);
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is nobody. */
  boolean isEmpty() {
    lock.lock();
    try {
      return byUser.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Who is there now, unmodifiable. */
  List<Reader> all() {
    lock.lock();
    try {
      List<Reader> made = all;
      if (made == null) {
        made = List.copyOf(byUser.values());
        all = made;
      }
      return made;
    } finally {
      lock.unlock();
    }
  }
}
