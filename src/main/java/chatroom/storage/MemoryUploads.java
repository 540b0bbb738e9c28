package chatroom.storage;

import chatroom.room.RoomName;
import chatroom.room.Uploads;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * Knows uploads as long as the process lives.
 *
 * <p>Thread safety: safe for use by any thread. Who goes is told by the calling thread, with no
 * lock of its own held.
 */
final class MemoryUploads implements Uploads {
  /** An upload, when it came, and the message that shows it, 0 for none. */
  private record Entry(Upload upload, Instant at, long messageId) {}

  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();
  private volatile Consumer<String> gone = id -> {};
  private volatile LongPredicate isThere = messageId -> true;

  /** Guarded by {@code lock}: the oldest first. */
  private final Map<String, Entry> uploads = new LinkedHashMap<>();

  MemoryUploads(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Outcome add(Upload upload, Quota quota) {
    lock.lock();
    try {
      Outcome outcome = wouldAdd(upload.userId(), upload.bytes(), quota);
      if (outcome == Outcome.KEPT) {
        uploads.put(upload.id(), new Entry(upload, clock.instant(), 0));
      }
      return outcome;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Outcome wouldAdd(long userId, long bytes, Quota quota) {
    lock.lock();
    try {
      long ofAll = bytes;
      long ofUser = bytes;
      for (Entry entry : uploads.values()) {
        ofAll += entry.upload().bytes();
        ofUser += entry.upload().userId() == userId ? entry.upload().bytes() : 0;
      }
      if (ofUser > quota.ofUser()) {
        return Outcome.USER_IS_FULL;
      }
      return ofAll > quota.ofAll() ? Outcome.ALL_IS_FULL : Outcome.KEPT;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Upload> find(String id) {
    lock.lock();
    try {
      return Optional.ofNullable(uploads.get(id)).map(Entry::upload);
    } finally {
      lock.unlock();
    }
  }

  /** What a message names is kept while that is there. */
  void keepWhile(LongPredicate messageIsThere) {
    isThere = messageIsThere;
  }

  /** From now on it goes with that message; false if it is not of that room, or another's. */
  boolean name(String id, RoomName room, long messageId) {
    lock.lock();
    try {
      Entry entry = uploads.get(id);
      if (entry == null || entry.messageId() != 0 || !entry.upload().room().equals(room)) {
        return false;
      }
      uploads.put(id, new Entry(entry.upload(), entry.at(), messageId));
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Lets go of what goes with a message. */
  void goWith(long messageId) {
    remove(entry -> entry.messageId() == messageId);
  }

  @Override
  public boolean sweep(Instant unnamedBefore) {
    // The log has a lock of its own, under which it comes here.
    Set<Long> missing = new HashSet<>(named());
    missing.removeIf(isThere::test);
    remove(
        entry ->
            entry.messageId() == 0
                ? entry.at().isBefore(unnamedBefore)
                : missing.contains(entry.messageId()));
    return false;
  }

  private List<Long> named() {
    lock.lock();
    try {
      return uploads.values().stream().map(Entry::messageId).filter(id -> id != 0).toList();
    } finally {
      lock.unlock();
    }
  }

  private void remove(Predicate<Entry> going) {
    List<String> ids;
    lock.lock();
    try {
      ids = uploads.values().stream().filter(going).map(it -> it.upload().id()).toList();
      ids.forEach(uploads::remove);
    } finally {
      lock.unlock();
    }
    ids.forEach(gone);
  }

  @Override
  public void whenGone(Consumer<String> listener) {
    gone = listener;
  }
}
