package chatroom.storage;

import chatroom.room.Guests.Receipt;
import chatroom.room.Restraint;
import chatroom.room.Restraints;
import chatroom.room.Unavailable;
import java.util.List;

/**
 * Who is banned and who is muted, in a database.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseRestraints implements Restraints {
  private final GroupCommitWriter writer;
  private final Reader reader;

  DatabaseRestraints(GroupCommitWriter writer, Reader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public List<Restraint> all() throws Unavailable {
    return reader.read(RestraintRows::all);
  }

  @Override
  public void impose(Restraint restraint, Receipt receipt) {
    writer.offer(
        new Entry.Writing(connection -> RestraintRows.impose(connection, restraint), receipt));
  }

  @Override
  public void lift(Restraint.Kind kind, long userId, Receipt receipt) {
    writer.offer(
        new Entry.Writing(connection -> RestraintRows.lift(connection, kind, userId), receipt));
  }
}
