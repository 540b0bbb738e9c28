package chatroom.testing;

import chatroom.room.ChatMessage;
import chatroom.room.Draft;
import chatroom.room.HistoryPage;
import chatroom.room.HistoryQuery;
import chatroom.room.MessageLog;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * A log that stores when the test says so, and can be away; what it stores it stores as the one
 * behind it does. For one thread.
 */
public final class SlowLog implements MessageLog {
  private record Waiting(Draft draft, Receipt receipt) {}

  private final MessageLog log;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private boolean slow;
  private boolean away;

  /** A log that is as fast as that one, until told otherwise. */
  public SlowLog(MessageLog log) {
    this.log = log;
  }

  /** From now on nothing is stored until it is committed. */
  public void slowDown() {
    slow = true;
  }

  /** From now on nothing can be read, or it can again. */
  public void setAway(boolean now) {
    away = now;
  }

  /** How many drafts wait. */
  public int size() {
    return waiting.size();
  }

  /** Stores what has waited for longest. */
  public void commitOne() {
    Waiting next = waiting.remove();
    log.append(next.draft(), next.receipt());
  }

  /** Stores all that waits. */
  public void commit() {
    while (!waiting.isEmpty()) {
      commitOne();
    }
  }

  /** Stores nothing of what waits, and says so. */
  public void refuse() {
    List<Waiting> refused = List.copyOf(waiting);
    waiting.clear();
    refused.forEach(it -> it.receipt().refused(new Unavailable("on purpose")));
  }

  @Override
  public void append(Draft draft, Receipt receipt) {
    waiting.add(new Waiting(draft, receipt));
    if (!slow) {
      commit();
    }
  }

  @Override
  public HistoryPage read(HistoryQuery query) throws Unavailable {
    requireHere();
    return log.read(query);
  }

  @Override
  public List<RoomName> privateChatsOf(long userId, int limit) throws Unavailable {
    requireHere();
    return log.privateChatsOf(userId, limit);
  }

  @Override
  public Optional<ChatMessage> find(long messageId) throws Unavailable {
    requireHere();
    return log.find(messageId);
  }

  private void requireHere() throws Unavailable {
    if (away) {
      throw new Unavailable("on purpose");
    }
  }

  @Override
  public long lastId() {
    return log.lastId();
  }

  @Override
  public long stored() {
    return log.stored();
  }
}
