package chatroom.storage;

import chatroom.room.Act;
import chatroom.room.AuditEntry;
import chatroom.room.AuditLog;
import chatroom.room.Guests.Receipt;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the audit log as long as the process lives, and no more than the last {@value #MAX_ENTRIES}
 * entries of it.
 *
 * <p>Thread safety: safe for use by any thread. Receipts are told by the calling thread, with no
 * lock held.
 */
final class MemoryAuditLog implements AuditLog {
  static final int MAX_ENTRIES = 10_000;

  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();

  /** Guarded by {@code lock}: newest first. */
  private final Deque<AuditEntry> entries = new ArrayDeque<>();

  MemoryAuditLog(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void append(Act act, Receipt receipt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    lock.lock();
    try {
      AuditEntry last = entries.peekFirst();
      entries.addFirst(
          last == null
              ? AuditChain.next(0, AuditChain.GENESIS, now, act.bounded())
              : AuditChain.next(last.number(), last.hash(), now, act.bounded()));
      if (entries.size() > MAX_ENTRIES) {
        entries.removeLast();
      }
    } finally {
      lock.unlock();
    }
    receipt.kept();
  }

  @Override
  public List<AuditEntry> newest(OptionalLong before, int limit) {
    long end = before.orElse(Long.MAX_VALUE);
    lock.lock();
    try {
      return entries.stream()
          .dropWhile(entry -> entry.number() >= end)
          .limit(Math.max(1, Math.min(limit, MAX_PAGE)))
          .toList();
    } finally {
      lock.unlock();
    }
  }
}
