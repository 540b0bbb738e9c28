package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.HistoryQuery.Direction;
import chatroom.room.MessageLog;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The log in a database.
 *
 * <p>Thread safety: safe for use by any thread; receipts are told by the writing thread.
 */
final class DatabaseMessageLog implements MessageLog {
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
    return reader.read(connection -> page(connection, query));
  }

  private static HistoryPage page(Connection connection, HistoryQuery query) throws SQLException {
    // What is written or deleted in between is not seen: the page ends where the room did.
    long lastSeq = RoomRows.lastSeq(connection, query.room(), query.asOf());
    int oneMore = query.limit() + 1;
    List<ChatMessage> messages =
        new ArrayList<>(
            query.direction() == Direction.BEFORE
                ? MessageRows.before(
                    connection, query.room(), Math.min(query.seq(), lastSeq + 1), oneMore)
                : MessageRows.after(connection, query.room(), query.seq(), lastSeq, oneMore));
    boolean more = messages.size() == oneMore;
    if (more) {
      messages.remove(messages.size() - 1);
    }
    if (query.direction() == Direction.BEFORE) {
      Collections.reverse(messages);
    }
    return new HistoryPage(messages, more, lastSeq);
  }

  @Override
  public List<RoomName> privateChatsOf(long userId, int limit) throws Unavailable {
    return reader.read(connection -> RoomRows.privateChatsOf(connection, userId, limit));
  }

  @Override
  public long lastId() {
    return ledger.committed().messageId();
  }

  @Override
  public long stored() {
    return ledger.committed().messages();
  }
}
