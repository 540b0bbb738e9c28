package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.Deleted;
import chatroom.room.Edited;
import chatroom.room.StoredEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one transaction changes in the full text index, so that what is found is what is stored.
 *
 * <p>Thread safety: none; used by one thread and once.
 */
final class IndexChanges {
  private final TextIndex index;
  private final Map<Long, ChatMessage> added = new LinkedHashMap<>();
  private final Map<Long, ChatMessage> edited = new LinkedHashMap<>();
  private final Set<Long> deleted = new LinkedHashSet<>();

  IndexChanges(TextIndex index) {
    this.index = index;
  }

  /** A message that is new. */
  void added(ChatMessage message) {
    added.put(message.id(), message);
  }

  /**
   * Something was done to a message.
   *
   * @param message as it was before
   */
  void changed(ChatMessage message, StoredEvent change) {
    if (change instanceof Edited edited) {
      edited(message.become(message.body().withText(edited.text()), message.state()));
    } else if (change instanceof Deleted deleted) {
      deleted(deleted.messageId());
    }
  }

  private void edited(ChatMessage message) {
    Map<Long, ChatMessage> kind = added.containsKey(message.id()) ? added : edited;
    kind.put(message.id(), message);
  }

  private void deleted(long messageId) {
    if (added.remove(messageId) == null) {
      edited.remove(messageId);
      deleted.add(messageId);
    }
  }

  void write(Connection connection) throws SQLException {
    if (!added.isEmpty()) {
      index.insert(connection, added.values());
    }
    if (!edited.isEmpty()) {
      index.replace(connection, edited.values());
    }
    if (!deleted.isEmpty()) {
      index.delete(connection, deleted);
    }
  }
}
