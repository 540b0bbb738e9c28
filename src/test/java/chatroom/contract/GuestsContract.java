package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Guests;
import chatroom.room.Guests.Guest;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Guests} has to keep; its receipts may come at once or later, from any thread.
 */
public abstract class GuestsContract {
  /** For how long a guest who was not seen is known again. */
  protected static final Duration REMEMBERED = Duration.ofDays(30);

  private static final int PATIENCE_SECONDS = 10;
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final ManualClock clock = new ManualClock();
  private Guests guests;

  /** Nobody came yet; guests are known for {@link #REMEMBERED}. */
  protected abstract Guests freshGuests(ManualClock clock);

  @BeforeEach
  void startEmpty() {
    guests = freshGuests(clock);
  }

  /** Those under test. */
  protected final Guests guests() {
    return guests;
  }

  private CompletableFuture<Long> admission(Optional<String> hash) {
    CompletableFuture<Long> told = new CompletableFuture<>();
    guests.admit(
        hash,
        new Guests.Admission() {
          @Override
          public void admitted(long userId) {
            told.complete(userId);
          }

          @Override
          public void refused(Unavailable why) {
            told.completeExceptionally(why);
          }
        });
    return told;
  }

  /** A newcomer who may return. */
  protected final long admit(String hash) {
    return soon(admission(Optional.of(hash)));
  }

  /** A newcomer who will not. */
  protected final long admit() {
    return soon(admission(Optional.empty()));
  }

  protected final void rename(long userId, String name) {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    guests.rename(
        userId,
        name,
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
    assertTrue(soon(told));
  }

  protected final Optional<Guest> find(String hash) {
    try {
      return guests.find(hash);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T soon(CompletableFuture<T> told) {
    return told.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  /** What was seen without a receipt is kept before whoever comes next is admitted. */
  private void seen(long userId) {
    guests.seen(userId, "");
    admit();
  }

  private static Guest unnamed(long id) {
    return new Guest(id, Optional.empty());
  }

  @Test
  void everyNewcomerHasANumberOfTheirOwn() {
    List<CompletableFuture<Long>> told = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      told.add(admission(i % 2 == 0 ? Optional.empty() : Optional.of("hash" + i)));
    }

    assertEquals(
        LongStream.rangeClosed(1, 200).boxed().toList(),
        told.stream().map(GuestsContract::soon).toList());
  }

  @Test
  void whoeverWasAdmittedUnderAHashIsKnownByIt() {
    admit();
    long ann = admit("a");
    long bob = admit("b");

    assertEquals(Optional.of(unnamed(ann)), find("a"));
    assertEquals(Optional.of(unnamed(bob)), find("b"));
    assertEquals(Optional.empty(), find("A"));
    assertEquals(Optional.empty(), find("a "));
    assertEquals(Optional.empty(), find(""));
  }

  @Test
  void theLastNameIsKept() {
    long id = admit("a");
    rename(id, "Ann");
    rename(id, "späß 👍");

    assertEquals(Optional.of(new Guest(id, Optional.of("späß 👍"))), find("a"));
  }

  /** What is known of the names of these. */
  private Map<Long, String> names(Long... userIds) {
    try {
      return guests.names(Set.of(userIds));
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theLastNamesOfSomeAreKnownByTheirNumbers() {
    long ann = admit("a");
    long bob = admit("b");
    long unnamed = admit("c");
    long fleeting = admit();
    rename(ann, "Ann");
    rename(ann, "späß 👍");
    rename(bob, "Bob");
    rename(fleeting, "Eve");

    assertEquals(Map.of(ann, "späß 👍"), names(ann, unnamed, fleeting, 4711L));
    assertEquals(Map.of(ann, "späß 👍", bob, "Bob"), names(ann, bob));
    assertEquals(Map.of(), names());
  }

  @Test
  void thousandNamesAreKnownAtOnce() {
    long ann = admit("a");
    rename(ann, "Ann");

    assertEquals(
        Map.of(ann, "Ann"), names(LongStream.rangeClosed(1, 1_001).boxed().toArray(Long[]::new)));
  }

  @Test
  void theNameOfAForgottenGuestIsForgottenAndAskingForItIsNotBeingSeen() {
    long ann = admit("a");
    rename(ann, "Ann");
    clock.pass(REMEMBERED.minus(MOMENT));
    assertEquals(Map.of(ann, "Ann"), names(ann));
    clock.pass(MOMENT);

    assertEquals(Map.of(), names(ann));
  }

  @Test
  void nothingIsKeptOfOneWhoWillNotReturn() {
    long id = admit();
    rename(id, "Ann");
    seen(id);

    assertEquals(Optional.empty(), find("a"));
  }

  @Test
  void aGuestWhoWasNotSeenForTooLongIsForgotten() {
    admit("a");
    clock.pass(REMEMBERED.minus(MOMENT));
    assertTrue(find("a").isPresent());
    clock.pass(MOMENT);

    assertEquals(Optional.empty(), find("a"));
  }

  @Test
  void beingSeenMakesAGuestRememberedForLonger() {
    long id = admit("a");
    rename(id, "Ann");
    clock.pass(REMEMBERED.minus(MOMENT));
    seen(id);
    clock.pass(REMEMBERED.minus(MOMENT));

    assertEquals(Optional.of(new Guest(id, Optional.of("Ann"))), find("a"));
  }

  @Test
  void beingRenamedIsBeingSeen() {
    long id = admit("a");
    clock.pass(REMEMBERED.minus(MOMENT));
    rename(id, "Ann");
    clock.pass(REMEMBERED.minus(MOMENT));

    assertTrue(find("a").isPresent());
  }
}
