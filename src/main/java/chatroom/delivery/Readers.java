package chatroom.delivery;

import chatroom.delivery.Pass.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Guarded by {@code lock}: how many of them speak plainly. */
  private int plain;

  /** Guarded by {@code lock}: the same as a list, made when asked for, as thousands may come. */
  private @Nullable List<Reader> all = List.of();

  /** Adds a reader; returns who was there for that user before. */
  @Nullable Reader add(long userId, Reader reader) {
    lock.lock();
    try {
      Reader before = byUser.put(userId, reader);
      count(reader, 1);
      count(before, -1);
      return before;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the reader of a user out; null if there is none. */
  @Nullable Reader remove(long userId) {
    lock.lock();
    try {
      Reader before = byUser.remove(userId);
      count(before, -1);
      return before;
    } finally {
      lock.unlock();
    }
  }

  private void count(@Nullable Reader reader, int change) {
    all = null;
    if (reader != null && reader.client().protocol() == Protocol.PLAIN) {
      plain += change;
    }
  }

  /** Whether anybody is there who is told what that audience is, but for some users. */
  boolean include(Audience audience, Set<Long> except) {
    lock.lock();
    try {
      int told =
          switch (audience) {
            case EVERYONE -> byUser.size();
            case PLAIN -> plain;
            case CHAT_V1 -> byUser.size() - plain;
          };
      for (Long userId : except) {
        Reader excepted = byUser.get(userId);
        told -= excepted != null && audience.includes(excepted.client().protocol()) ? 1 : 0;
      }
      return told > 0;
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
