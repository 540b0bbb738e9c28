package chatroom.storage;

import chatroom.room.Act;
import chatroom.room.AuditEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds one act to the end of the chain; done again after a commit of which nobody knows, once.
 *
 * <p>Thread safety: used by the writing thread alone.
 */
final class AuditAppend implements Entry.Write {
  private final Act act;
  private final Instant at;

  /** What was written last, maybe in vain. */
  private @Nullable AuditEntry written;

  AuditAppend(Act act, Instant at) {
    this.act = act;
    this.at = at;
  }

  @Override
  public void on(Connection connection) throws SQLException {
    AuditEntry earlier = written;
    if (earlier != null && isThere(connection, earlier)) {
      return;
    }
    List<AuditEntry> newest = AuditRows.before(connection, Long.MAX_VALUE, 1);
    AuditEntry entry =
        newest.isEmpty()
            ? AuditChain.next(0, AuditChain.GENESIS, at, act)
            : AuditChain.next(newest.get(0).number(), newest.get(0).hash(), at, act);
    AuditRows.insert(connection, entry);
    written = entry;
  }

  private static boolean isThere(Connection connection, AuditEntry entry) throws SQLException {
    return AuditRows.after(connection, entry.number() - 1, 1).contains(entry);
  }
}
