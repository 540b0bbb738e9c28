package chatroom.room;

import java.util.List;
import java.util.Optional;

/**
 * Finds messages by what they say: of those that are stored, the newest first, and never one that
 * its asker may not read.
 *
 * <p>Thread safety: implementations are safe for use by any thread.
 */
public interface MessageSearch {
  /**
   * What is looked for, and for whom.
   *
   * @param query what the messages have to be like
   * @param reader who asks
   * @param access what the reader may read
   * @param room the one room to look in; empty for all that the reader may read
   * @param beforeId only messages with a lower {@code id}
   * @param limit the most messages; from 0
   */
  record Request(
      SearchQuery query,
      long reader,
      RoomAccess access,
      Optional<RoomName> room,
      long beforeId,
      int limit) {
    /** Whether the message is found by it. */
    public boolean finds(ChatMessage message) {
      return message.id() < beforeId
          && (room.isEmpty() || room.get().equals(message.room()))
          && access.mayRead(reader, message.room())
          && query.matches(message);
    }
  }

  /**
   * What was found.
   *
   * @param messages the newest first, unmodifiable
   * @param hasMore whether there are older ones
   */
  record Found(List<ChatMessage> messages, boolean hasMore) {
    public Found {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Looks for messages. May block for as long as a database takes, up to a bound.
   *
   * @throws Unavailable if the log cannot be read now
   * @throws Rejection if it took too long, with a message that says what helps
   */
  Found search(Request request) throws Unavailable, Rejection;
}
