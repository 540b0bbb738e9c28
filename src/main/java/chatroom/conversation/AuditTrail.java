package chatroom.conversation;

import chatroom.room.Act;
import chatroom.room.AuditEntry;
import chatroom.room.AuditLog;
import chatroom.room.Guests.Receipt;
import chatroom.room.Unavailable;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Has acts taken down before they are done, and brings the receipts to the lane: what cannot be
 * taken down is not done.
 *
 * <p>Thread safety: safe for use by any thread. Each call is answered once, on the lane.
 */
public final class AuditTrail {
  private final AuditLog log;
  private final Executor lane;
  private final Executor readers;

  /**
   * @param readers runs what may block for as long as a database takes
   */
  public AuditTrail(AuditLog log, Executor lane, Executor readers) {
    this.log = log;
    this.lane = lane;
    this.readers = readers;
  }

  /**
   * Has an act taken down.
   *
   * @param then does it, when it is
   * @param refused runs instead if it is not
   */
  void record(Act act, Runnable then, Runnable refused) {
    log.append(
        act,
        new Receipt() {
          @Override
          public void kept() {
            lane.execute(then);
          }

          @Override
          public void refused(Unavailable why) {
            lane.execute(refused);
          }
        });
  }

  /**
   * Reads the newest entries, as {@link AuditLog#newest}.
   *
   * @param refused runs instead of {@code found} if they cannot be read now
   */
  void newest(OptionalLong before, int limit, Consumer<List<AuditEntry>> found, Runnable refused) {
    readers.execute(() -> lane.execute(answer(before, limit, found, refused)));
  }

  private Runnable answer(
      OptionalLong before, int limit, Consumer<List<AuditEntry>> found, Runnable refused) {
    try {
      List<AuditEntry> entries = log.newest(before, limit);
      return () -> found.accept(entries);
    } catch (Unavailable e) {
      return refused;
    }
  }
}
