package chatroom.storage;

import chatroom.room.Guests.Receipt;
import chatroom.room.Switches;
import chatroom.room.Unavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Switches in a database: there is a row for each that is on.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseSwitches implements Switches {
  private final GroupCommitWriter writer;
  private final Reader reader;

  DatabaseSwitches(GroupCommitWriter writer, Reader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public boolean isOn(Switch what) throws Unavailable {
    return reader.read(connection -> isOn(connection, what));
  }

  private static boolean isOn(Connection connection, Switch what) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT name FROM chat_switch WHERE name = ?")) {
      select.setString(1, what.name());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public void turn(Switch what, boolean on, Receipt receipt) {
    writer.offer(new Entry.Writing(connection -> turn(connection, what, on), receipt));
  }

  private static void turn(Connection connection, Switch what, boolean on) throws SQLException {
    if (on == isOn(connection, what)) {
      return;
    }
    String change =
        on ? "INSERT INTO chat_switch (name) VALUES (?)" : "DELETE FROM chat_switch WHERE name = ?";
    try (PreparedStatement statement = connection.prepareStatement(change)) {
      statement.setString(1, what.name());
      statement.executeUpdate();
    }
  }
}
