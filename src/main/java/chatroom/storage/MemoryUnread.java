package chatroom.storage;

import chatroom.room.ChatMessage;
import chatroom.room.HistoryQuery;
import chatroom.room.MessageLog;
import chatroom.room.Unavailable;
import chatroom.room.Unread;
import java.util.List;

/**
 * Counts in a log in memory, which keeps few enough messages to look at all of them.
 *
 * <p>Thread safety: safe for use by any thread.
 */
public final class MemoryUnread implements Unread.Counter {
  private final MessageLog log;

  /**
   * @param log counted in
   */
  public MemoryUnread(MessageLog log) {
    this.log = log;
  }

  @Override
  public Unread count(Unread.Query query) throws Unavailable {
    List<ChatMessage> counted =
        log
            .read(HistoryQuery.newest(query.room(), Unread.LOOKED_AT, query.asOf()))
            .events()
            .stream()
            .map(ChatMessage.class::cast)
            .filter(it -> isUnread(it, query))
            .limit(Unread.MOST)
            .toList();
    return new Unread(
        counted.size(), (int) counted.stream().filter(it -> names(it, query.userId())).count());
  }

  private static boolean isUnread(ChatMessage message, Unread.Query query) {
    return message.seq() > query.after()
        && !message.isDeleted()
        && message.authorId() != query.userId()
        && !query.ignored().contains(message.authorId());
  }

  private static boolean names(ChatMessage message, long userId) {
    return message.mentionsRoom() || message.mentions().contains(userId);
  }
}
