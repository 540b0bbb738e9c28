package chatroom.storage;

import chatroom.room.Guests;
import chatroom.room.Notes;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;

/**
 * Notes in a database.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseNotes implements Notes {
  private final GroupCommitWriter writer;
  private final Reader reader;

  DatabaseNotes(GroupCommitWriter writer, Reader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public Kept of(long userId) throws Unavailable {
    return reader.read(connection -> NoteRows.find(connection, userId));
  }

  @Override
  public void mark(long userId, RoomName room, long seq, Guests.Receipt receipt) {
    writer.offer(new Entry.Marking(userId, room, seq, receipt));
  }

  @Override
  public void ignore(long userId, long otherId, boolean on, Guests.Receipt receipt) {
    writer.offer(new Entry.Ignoring(userId, otherId, on, receipt));
  }
}
