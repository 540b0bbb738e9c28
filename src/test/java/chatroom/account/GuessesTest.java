package chatroom.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.account.Guesses.Attempt;
import chatroom.room.Code;
import chatroom.room.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who guesses waits, one attempt after the other, and nobody is locked out. */
class GuessesTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Guesses guesses = new Guesses(now::get);

  private Attempt begin(String name, String address) {
    try {
      return guesses.begin(name, address);
    } catch (Rejection e) {
      throw new AssertionError(e);
    }
  }

  private long pause(String name, String address) {
    return begin(name, address).pause().toMillis();
  }

  private Rejection refused(String name, String address) {
    Rejection why = assertThrows(Rejection.class, () -> guesses.begin(name, address));
    assertEquals(Code.RATE_LIMITED, why.code());
    return why;
  }

  /** The pauses of those of so many at once that are not refused, in milliseconds. */
  private List<Long> atOnce(String name, String address, int attempts) {
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < attempts; i++) {
      try {
        pauses.add(guesses.begin(name, address).pause().toMillis());
      } catch (Rejection tooMany) {
        assertEquals(Code.RATE_LIMITED, tooMany.code());
      }
    }
    return pauses;
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void ofAThousandAtOnceAFewComeOneAfterTheOtherAndTheRestIsRefused() {
    assertEquals(
        List.of(0L, 0L, 0L, 250L, 750L, 1_750L, 3_750L, 7_750L, 15_750L),
        atOnce("ada", "one", 1_000));
    Rejection why = refused("ada", "one");
    assertEquals(7_750, why.retryAfterMillis());
    pass(Duration.ofMillis(7_750));
    assertEquals(List.of(16_000L), atOnce("ada", "one", 1_000));
  }

  @Test
  void whoGuessesAllDayFromOneAddressGuessesTenThousandTimes() {
    int guessed = 0;
    for (Duration at = Duration.ZERO; at.compareTo(DAY) < 0; at = at.plusSeconds(1)) {
      guessed += atOnce("ada", "one", 5).size();
      pass(Duration.ofSeconds(1));
    }
    assertEquals(10_800, guessed, 20);
  }

  @Test
  void whatIsRefusedCountsForNothing() {
    atOnce("ada", "one", 1_000);
    pass(Duration.ofSeconds(24));
    assertEquals(0, pause("ada", "one"));
  }

  @Test
  void whoThinksBetweenMistakesDoesNotWait() {
    for (int i = 0; i < 10; i++) {
      assertEquals(0, pause("ada", "one"));
      pass(Duration.ofSeconds(8));
    }
  }

  @Test
  void theOwnerElsewhereHardlyWaitsWhileSomebodyGuesses() {
    for (int second = 0; second < 600; second++) {
      atOnce("ada", "one", 20);
      pass(Duration.ofSeconds(1));
    }
    assertTrue(pause("ada", "home") <= 1_000);
  }

  @Test
  void whoGuessesFromManyAddressesIsSlowedDownAsMuchAsOne() {
    List<Long> pauses = new ArrayList<>();
    for (int address = 0; address < 1_000; address++) {
      pauses.addAll(atOnce("ada", "a" + address, 1));
    }
    assertEquals(
        List.of(250L, 750L, 1_750L, 2_750L, 3_750L, 4_750L, 5_750L, 6_750L, 7_750L),
        pauses.subList(10, pauses.size()));
    assertEquals(List.of(0L), pauses.subList(0, 10).stream().distinct().toList());
    assertEquals(750, refused("ada", "home").retryAfterMillis());
  }

  @Test
  void theOwnerComesInWhileManyKeepGuessing() {
    for (int second = 0; second < 60; second++) {
      for (int address = 0; address < 10; address++) {
        atOnce("ada", "a" + address, 5);
      }
      pass(Duration.ofSeconds(1));
    }
    // At most 3 s for each of the ten; by now their first ones are over.
    assertTrue(pause("ada", "home") <= 1_000);
  }

  @Test
  void whereTheOwnerCameBeforeNobodyElseIsWaitedFor() {
    begin("ada", "home").right();
    for (int address = 0; address < 100; address++) {
      atOnce("ada", "a" + address, 10);
    }
    for (int name = 0; name < 1_000; name++) {
      atOnce("name" + name, "home", 1);
    }
    refused("ada", "elsewhere");
    refused("grace", "home");
    assertEquals(List.of(0L, 0L, 0L), atOnce("ada", "home", 3));
    refused("ada", "home");
  }

  @Test
  void whoTriesManyNamesFromOneAddressIsSlowedDownTheMoreTheMoreIsWrong() {
    List<Attempt> first = new ArrayList<>();
    for (int name = 0; name < 1_000; name++) {
      try {
        first.add(guesses.begin("name" + name, "proxy"));
      } catch (Rejection tooMany) {
        assertEquals(Code.RATE_LIMITED, tooMany.code());
      }
    }
    assertEquals(10 + 64, first.size());
    assertEquals(16_000, first.get(73).pause().toMillis());
    assertEquals(0, pause("ada", "home"));
    first.forEach(Attempt::wrong);
    pass(Duration.ofSeconds(16));
    assertEquals(2_000, pause("x", "proxy"));
    assertEquals(4_000, pause("y", "proxy"));
  }

  @Test
  void anOfficeThatSignsInAtOnceIsLetIn() {
    List<Attempt> all = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      all.add(begin("user" + i, "office"));
    }
    all.forEach(Attempt::right);
    pass(Duration.ofSeconds(16));
    assertEquals(0, pause("grace", "office"));
  }

  @Test
  void whoIsRightBeginsAnewThere() {
    atOnce("ada", "proxy", 2);
    begin("ada", "proxy").right();
    assertEquals(List.of(0L, 0L, 0L, 250L), atOnce("ada", "proxy", 4));
    for (int i = 0; i < 100; i++) {
      begin("user" + i, "office").right();
    }
    assertEquals(0, pause("grace", "office"));
  }

  @Test
  void aQuarterOfAnHourLaterItIsForgotten() {
    atOnce("ada", "one", 100);
    pass(Duration.ofMinutes(15).plusSeconds(16));
    assertEquals(List.of(0L, 0L, 0L, 250L), atOnce("ada", "one", 4));
  }

  @Test
  void noMoreThanSoManyAreRemembered() {
    atOnce("ada", "one", 100);
    for (int i = 0; i < Pace.MOST_KNOWN; i++) {
      begin("user" + i, "address" + i);
    }
    assertEquals(0, pause("ada", "one"));
  }
}
