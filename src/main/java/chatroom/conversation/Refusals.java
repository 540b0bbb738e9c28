package chatroom.conversation;

import chatroom.delivery.Client;
import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.wire.SessionMessage.Failure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one client what it was refused and why, and logs it: once a second and code at most, for a
 * flood of refusals is not to become a flood of lines.
 *
 * <p>Thread safety: safe for use by any thread.
 */
final class Refusals {
  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final Client client;
  private final Supplier<RateLimit> rate;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Executor inTurn;

  /** Guarded by this. Made when it is needed, for nearly no client is ever refused anything. */
  private Map<Code, Long> loggedAt = Map.of();

  /**
   * @param rate what is charged now
   * @param inTurn runs an answer after those to what the client said before
   */
  Refusals(
      Client client,
      Supplier<RateLimit> rate,
      InstantSource clock,
      LongSupplier nanoTime,
      Executor inTurn) {
    this.inTurn = inTurn;
    this.client = client;
    this.rate = rate;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /** What cannot be done now, and may be tried again. */
  static Rejection unavailable() {
    return Rejection.retryAfter(Code.UNAVAILABLE, RETRY);
  }

  /** Answers what cost nothing yet, so that rubbish costs as much as a question. */
  void charge(Object who, Rejection rejection) {
    try {
      rate.get().question();
      answer(who, rejection);
    } catch (Rejection tooMany) {
      answer(who, tooMany.answering(rejection.ref()));
    }
  }

  /** Answers a rejection, after the answers to what the client said before. */
  void answer(Object who, Rejection rejection) {
    inTurn.execute(() -> say(who, rejection));
  }

  /** Tells of a rejection now. */
  void say(Object who, Rejection rejection) {
    if (isToBeLogged(rejection.code())) {
      log.info("{} was refused: {}", who, rejection.code().wireName());
    }
    client.send(Failure.of(rejection, clock.instant().getEpochSecond()));
  }

  private synchronized boolean isToBeLogged(Code code) {
    long now = nanoTime.getAsLong();
    Long before = loggedAt.get(code);
    if (before != null && now - before < PAUSE_NANOS) {
      return false;
    }
    if (loggedAt.isEmpty()) {
      loggedAt = new EnumMap<>(Code.class);
    }
    loggedAt.put(code, now);
    return true;
  }

  /** Refuses a text that is too large. */
  void tooLarge(Object who) {
    charge(who, new Rejection(Code.MESSAGE_TOO_LARGE));
  }

  /** Refuses a binary frame. */
  void binary(Object who) {
    charge(who, new Rejection(Code.UNSUPPORTED, "Not supported: binary frame"));
  }
}
