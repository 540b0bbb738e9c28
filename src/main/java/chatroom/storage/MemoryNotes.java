package chatroom.storage;

import chatroom.room.Guests;
import chatroom.room.Notes;
import chatroom.room.RoomName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Keeps notes as long as the process lives, those of {@value MemoryGuests#MAX_GUESTS} users: beyond
 * that those that were not used for longest are forgotten.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the calling thread, with no
 * lock held.
 */
public final class MemoryNotes implements Notes {
  private record Page(Map<RoomName, Long> marks, Set<Long> ignored) {
    private Page() {
      this(new HashMap<>(1), new HashSet<>(1));
    }
  }

  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}: by user, those not used for longest first. */
  private final LinkedHashMap<Long, Page> pages = new LinkedHashMap<>(16, 0.75f, true);

  @Override
  public Kept of(long userId) {
    lock.lock();
    try {
      Page page = pages.get(userId);
      return page == null ? Kept.nothing() : new Kept(page.marks(), page.ignored());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void mark(long userId, RoomName room, long seq, Guests.Receipt receipt) {
    write(userId, page -> page.marks().merge(room, seq, Math::max));
    receipt.kept();
  }

  @Override
  public void ignore(long userId, long otherId, boolean on, Guests.Receipt receipt) {
    write(
        userId,
        page -> {
          if (on) {
            page.ignored().add(otherId);
          } else {
            page.ignored().remove(otherId);
          }
        });
    receipt.kept();
  }

  private void write(long userId, Consumer<Page> change) {
    lock.lock();
    try {
      change.accept(pages.computeIfAbsent(userId, any -> new Page()));
      if (pages.size() > MemoryGuests.MAX_GUESTS) {
        pages.remove(pages.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }
}
