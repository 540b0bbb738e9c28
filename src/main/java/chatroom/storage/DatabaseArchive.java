package chatroom.storage;

import chatroom.room.Archive;
import chatroom.room.ChatMessage;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The archive in a database, of whose connections it never takes more than {@value #CONNECTIONS}:
 * whoever reads old messages holds up nobody who is talking.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class DatabaseArchive implements Archive {
  /** How many read at the same time; the others wait. */
  static final int CONNECTIONS = 2;

  private static final int PATIENCE_SECONDS = 10;
  private static final long NOBODY = 0;

  private final Reader reader;
  private final Semaphore connections = new Semaphore(CONNECTIONS, true);

  DatabaseArchive(Reader reader) {
    this.reader = reader;
  }

  private <T> T read(Reader.Query<T> query) throws Unavailable {
    try {
      if (!connections.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Unavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("the server is ending");
    }
    try {
      return reader.read(query);
    } finally {
      connections.release();
    }
  }

  @Override
  public List<Day> daysBefore(RoomName room, LocalDate date, int limit) throws Unavailable {
    return read(connection -> ArchiveRows.daysBefore(connection, room, date, limit));
  }

  @Override
  public Optional<LocalDate> dayAfter(RoomName room, LocalDate date) throws Unavailable {
    return read(connection -> ArchiveRows.dayAfter(connection, room, date));
  }

  @Override
  public List<ChatMessage> messages(RoomName room, long first, long last) throws Unavailable {
    return read(connection -> MessageRows.between(connection, room, first, last));
  }

  @Override
  public List<ChatMessage> messages(Collection<Long> ids) throws Unavailable {
    return read(connection -> MessageRows.present(connection, List.copyOf(ids), NOBODY));
  }
}
