package chatroom.storage;

import chatroom.room.Archive;
import chatroom.room.Charters.Kept;
import chatroom.room.ChatMessage;
import chatroom.room.RoomName;
import chatroom.room.Uploads.Upload;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The archive of a database as it was at one moment, read beside a chat that may use it; nothing is
 * changed. What cannot be read is a {@link StoreException}.
 *
 * <p>Thread safety: for one thread.
 */
public final class ArchiveSnapshot implements Archive, AutoCloseable {
  private static final String WHAT = "The archive";
  private static final long NOBODY = 0;

  private final Connection connection;
  private final List<Kept> rooms;

  private ArchiveSnapshot(Connection connection) {
    this.connection = connection;
    try {
      if (Dialect.of(connection) != Dialect.SQLITE) {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      connection.setAutoCommit(false);
      // What is read first says which moment it is.
      this.rooms = CharterRows.all(connection);
    } catch (SQLException e) {
      close();
      throw Beside.unreadable(WHAT, e);
    }
  }

  /**
   * Of the file of SQLite.
   *
   * @throws StoreException if it cannot be read
   */
  public static ArchiveSnapshot file(Path file) {
    return new ArchiveSnapshot(Beside.file(file, WHAT));
  }

  /**
   * Of the database of a JDBC URL, which holds user and password if these are needed.
   *
   * @throws StoreException if it cannot be read
   */
  public static ArchiveSnapshot url(String jdbcUrl) {
    return new ArchiveSnapshot(Beside.url(jdbcUrl, WHAT));
  }

  private <T> T read(Reader.Query<T> query) {
    try {
      return query.run(connection);
    } catch (SQLException e) {
      throw Beside.unreadable(WHAT, e);
    }
  }

  /** All rooms of which something is kept, private chats aside. */
  public List<Kept> rooms() {
    return rooms;
  }

  /** What is known of an upload. */
  public Optional<Upload> upload(String id) {
    return read(it -> UploadRows.find(it, id));
  }

  @Override
  public List<Day> daysBefore(RoomName room, LocalDate date, int limit) {
    return read(it -> ArchiveRows.daysBefore(it, room, date, limit));
  }

  @Override
  public Optional<LocalDate> dayAfter(RoomName room, LocalDate date) {
    return read(it -> ArchiveRows.dayAfter(it, room, date));
  }

  @Override
  public List<ChatMessage> messages(RoomName room, long first, long last) {
    return read(it -> MessageRows.between(it, room, first, last));
  }

  @Override
  public List<ChatMessage> messages(Collection<Long> ids) {
    return read(it -> MessageRows.present(it, List.copyOf(ids), NOBODY));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Beside.unreadable(WHAT, e);
    }
  }
}
