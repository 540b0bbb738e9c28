package chatroom.storage;

import chatroom.room.Act;
import chatroom.room.AuditEntry;
import chatroom.room.AuditLog;
import chatroom.room.Guests.Receipt;
import chatroom.room.Unavailable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/**
 * The audit log in a database: chained by the one thread that writes.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseAuditLog implements AuditLog {
  private final GroupCommitWriter writer;
  private final Reader reader;
  private final InstantSource clock;

  DatabaseAuditLog(GroupCommitWriter writer, Reader reader, InstantSource clock) {
    this.writer = writer;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public void append(Act act, Receipt receipt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    writer.offer(new Entry.Writing(new AuditAppend(act.bounded(), now), receipt));
  }

  @Override
  public List<AuditEntry> newest(OptionalLong before, int limit) throws Unavailable {
    int bounded = Math.max(1, Math.min(limit, MAX_PAGE));
    return reader.read(
        connection -> AuditRows.before(connection, before.orElse(Long.MAX_VALUE), bounded));
  }
}
