package chatroom.storage;

import chatroom.room.MessageSearch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Between which numbers the messages are that were sent in a time. Messages have their numbers in
 * the order of time, so that no index of times is needed; where the clock was put back meanwhile, a
 * message near the beginning or the end of the time may be missed.
 *
 * @param from messages from this {@code id} on
 * @param before up to this one, without it
 */
record IdRange(long from, long before) {
  static IdRange of(Connection connection, MessageSearch.Request request) throws SQLException {
    var since = request.query().since();
    var until = request.query().until();
    long from = since.isPresent() ? first(connection, since.get()) : 0;
    long before = until.isPresent() ? first(connection, until.get()) : Long.MAX_VALUE;
    return new IdRange(from, Math.min(before, request.beforeId()));
  }

  /** The lowest {@code id} of what was not sent before then. */
  private static long first(Connection connection, Instant then) throws SQLException {
    try (PreparedStatement next =
        connection.prepareStatement(
            "SELECT id, sent_at FROM chat_message WHERE id >= ? ORDER BY id LIMIT 1")) {
      long low = 0;
      long high = 1L << 53;
      while (low < high) {
        long middle = low + (high - low) / 2;
        next.setLong(1, middle);
        try (ResultSet row = next.executeQuery()) {
          if (row.next() && row.getLong(2) < then.toEpochMilli()) {
            low = row.getLong(1) + 1;
          } else {
            high = middle;
          }
        }
      }
      return low;
    }
  }
}
