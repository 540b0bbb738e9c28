package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.MessageLog;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import java.util.List;
import java.util.Optional;

/**
 * The log in a database.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseMessageLog implements MessageLog {
  private static final long NOBODY = 0;

  private final GroupCommitWriter writer;
  private final Ledger ledger;
  private final Reader reader;

  DatabaseMessageLog(GroupCommitWriter writer, Ledger ledger, Reader reader) {
    this.writer = writer;
    this.ledger = ledger;
    this.reader = reader;
  }

  @Override
  public void append(Draft draft, Receipt receipt) {
    writer.offer(new Entry.Posting(draft, receipt));
  }

  @Override
  public HistoryPage read(HistoryQuery query) throws Unavailable {
    return reader.read(connection -> EventRows.page(connection, query));
  }

  @Override
  public Optional<ChatMessage> find(long messageId) throws Unavailable {
    return reader.read(connection -> MessageRows.present(connection, messageId, NOBODY));
  }

  @Override
  public List<RoomName> privateChatsOf(long userId, int limit) throws Unavailable {
    return reader.read(connection -> RoomRows.privateChatsOf(connection, userId, limit));
  }

  @Override
  public long lastId() {
    return ledger.committed().eventId();
  }

  @Override
  public long stored() {
    return ledger.committed().messages();
  }
}
