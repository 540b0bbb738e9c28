package chatroom.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * The bounds of every conversation.
 *
 * @param actsPerSecond what others see, a second, on average; 0 is without bound
 * @param historySize how many messages the greeting has
 * @param maxClients how many clients the server has places for
 * @param maxAnswerBytes how many bytes of answers a client may leave unread before it may ask again
 * @param messageBytes the largest message of a client, in bytes of UTF-8
 * @param uploadBytes the largest upload; 0 if nothing can be uploaded
 * @param resumeWindow for how long a user without a connection is held
 * @param editWindow for how long who wrote a message may change or delete it; zero is for ever
 */
public record Limits(
    int actsPerSecond,
    int historySize,
    int maxClients,
    long maxAnswerBytes,
    int messageBytes,
    long uploadBytes,
    Duration resumeWindow,
    Duration editWindow) {
  /** What was written before then cannot be changed any more by who wrote it. */
  Instant changeableSince(Instant now) {
    return editWindow.isZero() ? Instant.EPOCH : now.minus(editWindow);
  }
}
