package chatroom.storage;

import chatroom.room.Archive.Day;
import chatroom.room.RoomName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The table of messages, by the day. */
final class ArchiveRows {
  private static final String NEWEST =
      "SELECT seq, sent_at FROM chat_message WHERE room = ? AND seq <= ? ORDER BY seq DESC LIMIT 1";

  private ArchiveRows() {}

  static List<Day> daysBefore(Connection connection, RoomName room, LocalDate date, int limit)
      throws SQLException {
    try (PreparedStatement newest = newest(connection, room)) {
      return search(newest).before(date, limit);
    }
  }

  static Optional<LocalDate> dayAfter(Connection connection, RoomName room, LocalDate date)
      throws SQLException {
    try (PreparedStatement newest = newest(connection, room)) {
      return search(newest).after(date);
    }
  }

  private static PreparedStatement newest(Connection connection, RoomName room)
      throws SQLException {
    PreparedStatement newest = connection.prepareStatement(NEWEST);
    newest.setString(1, room.value());
    return newest;
  }

  private static DaySearch<SQLException> search(PreparedStatement newest) {
    return new DaySearch<>(
        seq -> {
          newest.setLong(2, seq);
          try (ResultSet row = newest.executeQuery()) {
            return row.next()
                ? Optional.of(
                    new DaySearch.Said(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))))
                : Optional.empty();
          }
        });
  }
}
