package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Guests;
import chatroom.room.Restraint;
import chatroom.room.Restraint.Kind;
import chatroom.room.Restraints;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Restraints} has to keep; its receipts may come at once or later, from any
 * thread.
 */
public abstract class RestraintsContract {
  private static final int PATIENCE_SECONDS = 10;
  private static final Duration HOUR = Duration.ofHours(1);

  private final ManualClock clock = new ManualClock();

  /** Nobody is under any yet. */
  protected abstract void startEmpty(ManualClock clock);

  /** Those under test. */
  protected abstract Restraints restraints();

  @BeforeEach
  void begin() {
    startEmpty(clock);
  }

  /** Its time. */
  protected final ManualClock clock() {
    return clock;
  }

  private static void kept(Consumer<Guests.Receipt> change) {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    change.accept(
        new Guests.Receipt() {
          @Override
          public void kept() {
            told.complete(true);
          }

          @Override
          public void refused(Unavailable why) {
            told.completeExceptionally(why);
          }
        });
    assertTrue(told.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
  }

  /** A restraint that begins now. */
  protected final Restraint imposed(Kind kind, long userId, Optional<Duration> time) {
    Restraint it =
        new Restraint(
            kind,
            userId,
            "Späß\0",
            kind == Kind.BAN ? "2001:db8:ffff:ffff:0:0:0:0/64" : "",
            clock.instant(),
            time.map(clock.instant()::plus),
            "late \uFFFE 👍",
            7,
            "Ann");
    kept(receipt -> restraints().impose(it, receipt));
    return it;
  }

  private void lifted(Kind kind, long userId) {
    kept(receipt -> restraints().lift(kind, userId, receipt));
  }

  protected final List<Restraint> all() {
    try {
      return restraints().all();
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobodyIsUnderAnyAtFirst() {
    assertEquals(List.of(), all());
  }

  @Test
  void whatIsImposedIsKeptAsItIsUntilItIsLifted() {
    Restraint ban = imposed(Kind.BAN, 5, Optional.empty());
    clock.pass(Duration.ofMillis(1));
    Restraint mute = imposed(Kind.MUTE, 5, Optional.of(HOUR));
    clock.pass(Duration.ofMillis(1));
    Restraint other = imposed(Kind.MUTE, 6, Optional.of(HOUR));
    assertEquals(List.of(ban, mute, other), all());

    lifted(Kind.MUTE, 5);
    lifted(Kind.BAN, 6);
    assertEquals(List.of(ban, other), all());
    lifted(Kind.BAN, 5);
    assertEquals(List.of(other), all());
  }

  @Test
  void theNextOneOfAKindIsInThePlaceOfTheOneBefore() {
    imposed(Kind.MUTE, 5, Optional.empty());
    clock.pass(Duration.ofMillis(1));
    Restraint next = imposed(Kind.MUTE, 5, Optional.of(HOUR));

    assertEquals(List.of(next), all());
  }

  @Test
  void whatHoldsNoMoreGoesWithTheNextOne() {
    imposed(Kind.MUTE, 5, Optional.of(HOUR));
    Restraint forever = imposed(Kind.BAN, 6, Optional.empty());
    clock.pass(HOUR);
    Restraint next = imposed(Kind.MUTE, 7, Optional.of(HOUR));

    assertEquals(List.of(forever, next), all());
  }
}
