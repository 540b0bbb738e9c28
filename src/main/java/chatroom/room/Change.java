package chatroom.room;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change to a stored message, on its way into the log, and what it takes to be allowed: the log's
 * one writer asks, who alone knows what the message is like at that moment.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface Change extends Draft {
  /** Which message. */
  long messageId();

  /**
   * The message that is to be changed.
   *
   * @param found what the log has under that number, as the author reads it
   * @throws Rejection {@link Code#MESSAGE_NOT_FOUND} if it is not in this room, or deleted; {@link
   *     Code#NOT_ALLOWED}
   */
  default ChatMessage target(Optional<ChatMessage> found) throws Rejection {
    ChatMessage message =
        found
            .filter(it -> it.room().equals(room()) && !it.isDeleted())
            .orElseThrow(() -> new Rejection(Code.MESSAGE_NOT_FOUND));
    requireAllowed(message);
    return message;
  }

  /**
   * Lets pass what may be done.
   *
   * @param message of this room and not deleted, as the author reads it
   * @throws Rejection {@link Code#NOT_ALLOWED}
   */
  void requireAllowed(ChatMessage message) throws Rejection;

  /** Whether it is so already, and there is nothing to store. */
  default boolean isSo(ChatMessage message) {
    return false;
  }

  /**
   * What is stored of it.
   *
   * @param message as the author reads it
   * @param at its place, and when it came there
   */
  StoredEvent event(ChatMessage message, Place at);

  /**
   * Another text for one's own message.
   *
   * @param text not empty, but for an image; no lone surrogates
   * @param since what was written before cannot be changed any more
   */
  record Edit(
      RoomName room,
      Participant author,
      long messageId,
      String text,
      Instant since,
      @Nullable String ref)
      implements Change {
    @Override
    public void requireAllowed(ChatMessage message) throws Rejection {
      requireOwn(message, author, since);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public Edited event(ChatMessage message, Place at) {
      return new Edited(
          at.id(), at.seq(), room, author.id(), author.name().text(), messageId, text, at.time());
    }
  }

  /**
   * An end to one's own message; who moderates may end any.
   *
   * @param since what was written before cannot be deleted any more by who wrote it
   */
  record Delete(
      RoomName room, Participant author, long messageId, Instant since, @Nullable String ref)
      implements Change {
    @Override
    public void requireAllowed(ChatMessage message) throws Rejection {
      if (!author.moderates()) {
        requireOwn(message, author, since);
      }
    }

    @Override
    public int length() {
      return 0;
    }

    @Override
    public Deleted event(ChatMessage message, Place at) {
      return new Deleted(
          at.id(), at.seq(), room, author.id(), author.name().text(), messageId, at.time());
    }
  }

  /**
   * An emoji put to a message, or taken away.
   *
   * @param on whether it is to be there
   */
  record React(
      RoomName room,
      Participant author,
      long messageId,
      String emoji,
      boolean on,
      @Nullable String ref)
      implements Change {
    /** How many different emoji a message may have. */
    public static final int MAX_EMOJI = 20;

    /** How many reactions a message may have in all. */
    public static final int MAX_REACTIONS = 2_000;

    @Override
    public void requireAllowed(ChatMessage message) throws Rejection {
      if (on && !isSo(message)) {
        var reactions = message.state().reactions();
        if (count(message) == 0 && reactions.size() >= MAX_EMOJI) {
          throw new Rejection(
              Code.NOT_ALLOWED, "A message has at most " + MAX_EMOJI + " different reactions");
        }
        if (reactions.stream().mapToInt(Reaction::count).sum() >= MAX_REACTIONS) {
          throw new Rejection(
              Code.NOT_ALLOWED, "A message has at most " + MAX_REACTIONS + " reactions");
        }
      }
    }

    private int count(ChatMessage message) {
      return message.state().reactions().stream()
          .filter(it -> it.emoji().equals(emoji))
          .mapToInt(Reaction::count)
          .sum();
    }

    @Override
    public boolean isSo(ChatMessage message) {
      boolean there =
          message.state().reactions().stream()
              .anyMatch(it -> it.mine() && it.emoji().equals(emoji));
      return there == on;
    }

    @Override
    public int length() {
      return emoji.length();
    }

    @Override
    public Reacted event(ChatMessage message, Place at) {
      return new Reacted(
          at.id(),
          at.seq(),
          room,
          author.id(),
          author.name().text(),
          messageId,
          emoji,
          on,
          count(message) + (on ? 1 : -1),
          at.time());
    }
  }

  private static void requireOwn(ChatMessage message, Participant author, Instant since)
      throws Rejection {
    if (message.authorId() != author.id()) {
      throw new Rejection(Code.NOT_ALLOWED, "Not your message");
    }
    if (message.sentAt().isBefore(since)) {
      throw new Rejection(Code.NOT_ALLOWED, "Too late to change this message");
    }
  }
}
