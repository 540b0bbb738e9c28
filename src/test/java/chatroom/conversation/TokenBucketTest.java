package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.testing.ManualNanoTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
  private final ManualNanoTime nanoTime = new ManualNanoTime();

  private static int taken(TokenBucket bucket) {
    int taken = 0;
    while (taken < 1_000_000 && bucket.take().isZero()) {
      taken++;
    }
    return taken;
  }

  @Test
  void aFullBucketAllowsABurstAndThenNothing() {
    TokenBucket bucket = new TokenBucket(10, 40, nanoTime);

    assertEquals(40, taken(bucket));
    assertEquals(0, taken(bucket));
  }

  @Test
  void itFillsAtItsRateAndNoFurtherThanFull() {
    TokenBucket bucket = new TokenBucket(10, 40, nanoTime);
    taken(bucket);
    nanoTime.pass(Duration.ofSeconds(1));
    assertEquals(10, taken(bucket));

    nanoTime.pass(Duration.ofHours(1));
    assertEquals(40, taken(bucket));
  }

  @Test
  void timeInSmallStepsCountsAsMuchAsAtOnce() {
    TokenBucket bucket = new TokenBucket(10, 40, nanoTime);
    taken(bucket);
    int taken = 0;
    for (int i = 0; i < 1_050; i++) {
      nanoTime.pass(Duration.ofMillis(1));
      taken += taken(bucket);
    }

    assertEquals(10, taken);
  }

  @Test
  void itSaysAfterWhatTimeThereIsAToken() {
    TokenBucket bucket = new TokenBucket(10, 40, nanoTime);
    taken(bucket);
    assertEquals(Duration.ofMillis(100), bucket.take());
    nanoTime.pass(Duration.ofMillis(30));
    assertEquals(70, Math.round(bucket.take().toNanos() / 1e6));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 10, 100, 9_999, 10_000})
  void whoWaitsForAsLongAsTheyWereToldIsNotRefusedAgain(int perSecond) throws Rejection {
    RateLimit rate = new RateLimit(perSecond, nanoTime);
    for (int i = 0; i < 4 * perSecond; i++) {
      rate.act();
    }
    for (int round = 0; round < 100; round++) {
      Rejection refused = assertThrows(Rejection.class, () -> exhaust(rate));
      nanoTime.pass(Duration.ofMillis(refused.retryAfterMillis()));
      assertDoesNotThrow(rate::act);
    }
  }

  private static void exhaust(RateLimit rate) throws Rejection {
    for (int i = 0; i < 100_000; i++) {
      rate.act();
    }
  }

  @Test
  void actsAndQuestionsAreCountedApart() throws Rejection {
    RateLimit rate = new RateLimit(10, nanoTime);
    for (int i = 0; i < 100; i++) {
      rate.question();
    }
    Rejection refused = assertThrows(Rejection.class, rate::question);
    assertEquals(Code.RATE_LIMITED, refused.code());
    assertEquals(10, refused.retryAfterMillis());

    for (int i = 0; i < 40; i++) {
      rate.act();
    }
    assertEquals(100, assertThrows(Rejection.class, rate::act).retryAfterMillis());
  }

  @Test
  void aRateOfNoughtIsNoLimitOnAnything() throws Rejection {
    RateLimit rate = new RateLimit(0, nanoTime);
    for (int i = 0; i < 10_000; i++) {
      rate.act();
      rate.question();
    }
  }
}
