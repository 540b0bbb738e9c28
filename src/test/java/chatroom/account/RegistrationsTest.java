package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.room.Code;
import chatroom.room.Rejection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Nobody takes all the names from one place. */
class RegistrationsTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Registrations registrations = new Registrations(now::get);

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      assertDoesNotThrow(() -> registrations.take("office"));
    }
  }

  private void refused() {
    Rejection why = assertThrows(Rejection.class, () -> registrations.take("office"));
    assertEquals(Code.RATE_LIMITED, why.code());
    assertEquals(60_000, why.retryAfterMillis());
  }

  @Test
  void anOfficeBeginsAtOnceAndThenOneAMinute() {
    take(Registrations.AT_ONCE);
    refused();
    refused();
    now.addAndGet(Duration.ofMinutes(1).toNanos());
    take(1);
    refused();
    now.addAndGet(Duration.ofDays(1).toNanos());
    take(Registrations.AT_ONCE);
    refused();
  }

  @Test
  void othersElsewhereDoNotWait() {
    take(Registrations.AT_ONCE);
    refused();
    assertDoesNotThrow(() -> registrations.take("home"));
  }
}
