package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who guesses waits, and nobody waits for ever. */
class GuessesTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Guesses guesses = new Guesses(now::get);

  private Duration tryOften(String name, String address, int times) {
    Duration last = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      last = guesses.begin(name, address);
    }
    return last;
  }

  @Test
  void aFewMistakesCostNothing() {
    assertEquals(Duration.ZERO, tryOften("ada", "one", 3));
  }

  @Test
  void thenEachForANameTakesTwiceAsLongUpToABound() {
    assertEquals(Duration.ofMillis(250), tryOften("ada", "one", 4));
    assertEquals(Duration.ofMillis(500), tryOften("ada", "two", 1));
    assertEquals(Duration.ofSeconds(8), tryOften("ada", "three", 1_000));
    assertEquals(Duration.ZERO, guesses.begin("grace", "four"));
  }

  @Test
  void whoTriesManyNamesFromOneAddressWaitsAndOthersThereDoNotWaitForLong() {
    for (int i = 0; i < 1_000; i++) {
      guesses.begin("user" + i, "proxy");
    }
    assertEquals(Duration.ofSeconds(2), guesses.begin("ada", "proxy"));
    assertEquals(Duration.ZERO, guesses.begin("ada", "home"));
  }

  @Test
  void whoIsRightBeginsAnewByNameAndDoesNotCountByAddress() {
    tryOften("ada", "proxy", 9);
    guesses.right("ada", "proxy");
    assertEquals(Duration.ZERO, tryOften("ada", "proxy", 2));
    for (int i = 0; i < 100; i++) {
      guesses.begin("user" + i, "office");
      guesses.right("user" + i, "office");
    }
    assertEquals(Duration.ZERO, guesses.begin("grace", "office"));
  }

  @Test
  void aQuarterOfAnHourLaterItIsForgotten() {
    tryOften("ada", "one", 100);
    now.addAndGet(Duration.ofMinutes(15).toNanos() + 1);
    assertEquals(Duration.ZERO, guesses.begin("ada", "one"));
  }

  @Test
  void noMoreThanSoManyAreRemembered() {
    tryOften("ada", "one", 100);
    for (int i = 0; i < Guesses.MOST_KNOWN; i++) {
      guesses.begin("user" + i, "address" + i);
    }
    assertEquals(Duration.ZERO, guesses.begin("ada", "one"));
  }
}
