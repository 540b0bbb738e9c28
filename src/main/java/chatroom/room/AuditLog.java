package chatroom.room;

import java.util.List;
import java.util.OptionalLong;

/**
 * What was done by right, for good: entries are added and read, never changed, and none goes.
 *
 * <p>Promises: entries are numbered from 1 without a gap in the order of the calls; each holds a
 * hash of itself and the one before, so that who changes, deletes, moves or inserts one in the
 * middle can be found out; what a receipt said is there after a restart, if the log is a lasting
 * one, and once only.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface AuditLog {
  /** How many entries are read at once. */
  int MAX_PAGE = 50;

  /**
   * Adds an entry, {@linkplain Act#bounded bounded}, without waiting.
   *
   * @param receipt told once; {@code kept} before anybody sees what the act did, if the caller
   *     waits for it
   */
  void append(Act act, Guests.Receipt receipt);

  /**
   * The newest entries, newest first. May block for as long as a database takes.
   *
   * @param before only entries of a lower number; empty for the newest of all
   * @param limit how many, 1 to {@value #MAX_PAGE}
   * @throws Unavailable if they cannot be read now
   */
  List<AuditEntry> newest(OptionalLong before, int limit) throws Unavailable;
}
