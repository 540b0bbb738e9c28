package chatroom.conversation;

import chatroom.room.Code;
import chatroom.room.Rejection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How often a user may do what others see, and ask what only they see.
 *
 * <p>Thread safety: safe for use by any thread: a user's next connection may come while the one
 * before is still read.
 */
final class RateLimit {
  /** Questions a second, and at once. */
  private static final int QUESTIONS_PER_SECOND = 100;

  /** An answer costs a question more for every so many bytes. */
  private static final int BYTES_PER_QUESTION = 4096;

  /** And for every so many messages that are read for it and not told. */
  private static final int MESSAGES_PER_QUESTION = 512;

  /** How many times the rate may come at once. */
  private static final int BURST = 4;

  private final boolean on;

  /** Guarded by this. */
  private final TokenBucket acts;

  /** Guarded by this. */
  private final TokenBucket questions;

  /** What answers have cost and was not charged yet, in messages that were read. */
  private final AtomicLong owed = new AtomicLong();

  /**
   * @param perSecond acts that others see, a second; 0 turns both limits off
   */
  RateLimit(int perSecond, LongSupplier nanoTime) {
    this.on = perSecond > 0;
    this.acts = new TokenBucket(Math.max(1, perSecond), BURST * perSecond, nanoTime);
    this.questions = new TokenBucket(QUESTIONS_PER_SECOND, QUESTIONS_PER_SECOND, nanoTime);
  }

  /** Lets through what others see or what is stored. */
  synchronized void act() throws Rejection {
    take(acts);
  }

  /** Lets through what changes nothing. */
  synchronized void question() throws Rejection {
    long whole = owed.get() / MESSAGES_PER_QUESTION;
    owed.addAndGet(-whole * MESSAGES_PER_QUESTION);
    questions.charge(whole);
    take(questions);
  }

  /** Charges the answer to a question by its size. */
  void answered(int bytes) {
    owed.addAndGet((long) bytes / BYTES_PER_QUESTION * MESSAGES_PER_QUESTION);
  }

  /** Charges the answer to a question by how many messages are read for it. */
  void read(long messages) {
    owed.addAndGet(messages);
  }

  private void take(TokenBucket bucket) throws Rejection {
    Duration wait = on ? bucket.take() : Duration.ZERO;
    if (!wait.isZero()) {
      throw Rejection.retryAfter(Code.RATE_LIMITED, wait);
    }
  }
}
