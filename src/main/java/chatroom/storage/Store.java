package chatroom.storage;

import chatroom.room.AccessKeys;
import chatroom.room.Accounts;
import chatroom.room.Archive;
import chatroom.room.AuditLog;
import chatroom.room.Charters;
import chatroom.room.Guests;
import chatroom.room.MessageLog;
import chatroom.room.MessageSearch;
import chatroom.room.Notes;
import chatroom.room.Restraints;
import chatroom.room.Switches;
import chatroom.room.Unread;
import chatroom.room.Uploads;
import chatroom.room.Vouchers;

/**
 * Everything that an application keeps, open until it is closed.
 *
 * <p>Thread safety: implementations are safe for use by any thread; {@link #close} may be called
 * more than once.
 */
public interface Store extends AutoCloseable {
  /** All that was said. */
  MessageLog messages();

  /** The same by the day. */
  Archive archive();

  /** What finds in it. */
  MessageSearch search();

  /** Everybody who came. */
  Guests guests();

  /** Those of them whose name is theirs for good. */
  Accounts accounts();

  /** What was done by right. */
  AuditLog audit();

  /** What is on and off. */
  Switches switches();

  /** Who is banned and who is muted. */
  Restraints restraints();

  /** By what programs come. */
  AccessKeys accessKeys();

  /** By what accounts may be made. */
  Vouchers vouchers();

  /** All rooms. */
  Charters rooms();

  /** What they keep for themselves. */
  Notes notes();

  /** What they have not read. */
  Unread.Counter unread();

  /** All that was uploaded, but for the files. */
  Uploads uploads();

  /** Whether what is acknowledged survives the end of the process. */
  boolean persistent();

  /** Where it is kept, for the log; never a password. */
  String place();

  /** Ends it: what was taken before is stored or refused, what comes after is refused. */
  @Override
  void close();
}
