package chatroom.conversation;

import chatroom.room.ChatMessage;
import chatroom.room.MessageLog;
import chatroom.room.Unavailable;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Finds stored messages by their numbers, and brings them to the lane.
 *
 * <p>Thread safety: safe for use by any thread. Each call is answered once, on the lane.
 */
public final class MessageFinder {
  private final MessageLog log;
  private final Executor lane;
  private final Executor readers;

  /**
   * @param readers runs what may block for as long as a database takes
   */
  public MessageFinder(MessageLog log, Executor lane, Executor readers) {
    this.log = log;
    this.lane = lane;
    this.readers = readers;
  }

  /**
   * Finds a message.
   *
   * @param found given the message in its present state, if there is one
   * @param refused runs instead if that cannot be known now
   */
  void find(long messageId, Consumer<Optional<ChatMessage>> found, Runnable refused) {
    readers.execute(() -> lane.execute(answer(messageId, found, refused)));
  }

  private Runnable answer(long messageId, Consumer<Optional<ChatMessage>> found, Runnable refused) {
    try {
      Optional<ChatMessage> message = log.find(messageId);
      return () -> found.accept(message);
    } catch (Unavailable e) {
      return refused;
    }
  }
}
