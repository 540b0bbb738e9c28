package chatroom.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import chatroom.testing.ManualNanoTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final ManualNanoTime time = new ManualNanoTime();
  private final Pace pace = new Pace(time);

  @Test
  void nothingIsTooSlowAtFirst() throws Pace.TooSlow {
    time.pass(Duration.ofSeconds(20));
    pace.keep(0);
  }

  @Test
  void laterTenKibibytesASecondAreNeeded() throws Pace.TooSlow {
    time.pass(Duration.ofSeconds(30));
    pace.keep(10 * 10_240);
    assertThrows(Pace.TooSlow.class, () -> pace.keep(10 * 10_240 - 1));
    time.pass(Duration.ofSeconds(1));
    assertThrows(Pace.TooSlow.class, () -> pace.keep(10 * 10_240));
  }
}
