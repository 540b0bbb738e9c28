package chatroom.storage;

import chatroom.room.Change;
import chatroom.room.Deleted;
import chatroom.room.Edited;
import chatroom.room.Reacted;
import chatroom.room.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a change where it is kept, and does it to its message. */
final class ChangeWriter {
  private ChangeWriter() {}

  /** What was stored of it before, under the same mark. */
  static Optional<StoredEvent> earlier(Connection connection, Change draft) throws SQLException {
    String ref = draft.ref();
    return ref == null
        ? Optional.empty()
        : ChangeRows.find(connection, draft.room(), draft.author().id(), ref);
  }

  /** Stores it. */
  static void write(Connection connection, StoredEvent change, @Nullable String ref)
      throws SQLException {
    ChangeRows.insert(connection, change, ref);
    if (change instanceof Edited edited) {
      MessageRows.edit(connection, edited);
    } else if (change instanceof Deleted deleted) {
      MessageRows.erase(connection, deleted);
      ChangeRows.eraseEdits(connection, deleted.messageId());
      ReactionRows.delete(connection, deleted.messageId());
    } else if (change instanceof Reacted reacted) {
      react(connection, reacted);
    }
  }

  private static void react(Connection connection, Reacted reacted) throws SQLException {
    if (reacted.on()) {
      ReactionRows.insert(connection, reacted);
    } else {
      ReactionRows.delete(connection, reacted);
    }
  }
}
