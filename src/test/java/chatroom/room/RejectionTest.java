package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "999999, 1", "1000000, 1", "1000001, 2", "100000000, 100", "0, 1"})
  void theTimeToWaitIsRoundedUpToAMillisecond(long nanos, long millis) {
    Rejection rejection = Rejection.retryAfter(Code.RATE_LIMITED, Duration.ofNanos(nanos));

    assertEquals(millis, rejection.retryAfterMillis());
  }

  @Test
  void anAnswerRepeatsTheRefAndKeepsTheRest() {
    Rejection rejection = Rejection.retryAfter(Code.UNAVAILABLE, Duration.ofSeconds(1));
    Rejection answer = rejection.answering("r1");

    assertNull(rejection.ref());
    assertEquals("r1", answer.ref());
    assertEquals("Try again", answer.text());
    assertEquals(Code.UNAVAILABLE, answer.code());
    assertEquals(1_000, answer.retryAfterMillis());
  }

  @Test
  void aCodeIsLowerCaseOnTheWire() {
    assertEquals("message_too_large", Code.MESSAGE_TOO_LARGE.wireName());
  }
}
