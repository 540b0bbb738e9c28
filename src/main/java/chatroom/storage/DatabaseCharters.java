package chatroom.storage;

import chatroom.room.Charters;
import chatroom.room.Guests.Receipt;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRole;
import chatroom.room.Unavailable;
import java.util.List;

/**
 * Rooms in a database.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseCharters implements Charters {
  private final GroupCommitWriter writer;
  private final Reader reader;

  DatabaseCharters(GroupCommitWriter writer, Reader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public List<Kept> all() throws Unavailable {
    return reader.read(CharterRows::all);
  }

  @Override
  public void add(RoomCharter charter, Receipt receipt) {
    write(connection -> CharterRows.put(connection, charter), receipt);
  }

  @Override
  public void remove(RoomName room, Receipt receipt) {
    write(connection -> CharterRows.remove(connection, room), receipt);
  }

  @Override
  public void setTopic(RoomName room, String topic, Receipt receipt) {
    write(connection -> CharterRows.setTopic(connection, room, topic), receipt);
  }

  @Override
  public void setArchived(RoomName room, boolean archived, Receipt receipt) {
    write(connection -> CharterRows.setArchived(connection, room, archived), receipt);
  }

  @Override
  public void setSlowMode(RoomName room, int seconds, Receipt receipt) {
    write(connection -> CharterRows.setSlowMode(connection, room, seconds), receipt);
  }

  @Override
  public void setRole(RoomName room, long userId, RoomRole role, Receipt receipt) {
    write(connection -> RoomRoleRows.set(connection, room, userId, role), receipt);
  }

  @Override
  public void invite(RoomName room, long userId, boolean mayWrite, Receipt receipt) {
    write(connection -> CharterRows.invite(connection, room, userId, mayWrite), receipt);
  }

  @Override
  public void uninvite(RoomName room, long userId, Receipt receipt) {
    write(
        connection -> {
          CharterRows.uninvite(connection, room, userId);
          RoomRoleRows.unname(connection, room, userId);
        },
        receipt);
  }

  private void write(Entry.Write write, Receipt receipt) {
    writer.offer(new Entry.Writing(write, receipt));
  }
}
