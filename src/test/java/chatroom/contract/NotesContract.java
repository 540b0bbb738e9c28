package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Guests;
import chatroom.room.Notes;
import chatroom.room.Notes.Kept;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Notes} has to keep; its receipts may come at once or later, from any thread.
 */
public abstract class NotesContract {
  private static final int PATIENCE_SECONDS = 10;
  private static final RoomName RANDOM = new RoomName("random");

  private Notes notes;
  private long ann;
  private long bob;

  /** Nobody came yet. */
  protected abstract Guests freshGuests(ManualClock clock);

  /** What those keep. */
  protected abstract Notes notes();

  @BeforeEach
  void twoGuestsCame() {
    Guests guests = freshGuests(new ManualClock());
    notes = notes();
    ann = admit(guests, Optional.of("a"));
    bob = admit(guests, Optional.of("b"));
  }

  /** Somebody new. */
  protected static long admit(Guests guests, Optional<String> hash) {
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
    return soon(told);
  }

  private static <T> T soon(CompletableFuture<T> told) {
    return told.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static void kept(Consumer<Guests.Receipt> noted) {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    noted.accept(
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

  protected final void mark(long userId, RoomName room, long seq) {
    kept(receipt -> notes.mark(userId, room, seq, receipt));
  }

  private void ignore(long userId, long otherId, boolean on) {
    kept(receipt -> notes.ignore(userId, otherId, on, receipt));
  }

  protected final Kept of(long userId) {
    try {
      return notes.of(userId);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoNotedNothingHasNothing() {
    assertEquals(Kept.nothing(), of(ann));
    assertEquals(Kept.nothing(), of(999));
  }

  @Test
  void everyRoomHasAMarkOfEachOne() {
    mark(ann, RoomName.GENERAL, 7);
    mark(ann, RANDOM, 3);
    mark(ann, RoomName.between(1, 2), 2);
    mark(bob, RoomName.GENERAL, 1);

    assertEquals(
        Map.of(RoomName.GENERAL, 7L, RANDOM, 3L, RoomName.between(1, 2), 2L), of(ann).marks());
    assertEquals(Map.of(RoomName.GENERAL, 1L), of(bob).marks());
  }

  @Test
  void aMarkOnlyGrows() {
    mark(ann, RoomName.GENERAL, 7);
    mark(ann, RoomName.GENERAL, 6);
    mark(ann, RoomName.GENERAL, 7);
    assertEquals(Map.of(RoomName.GENERAL, 7L), of(ann).marks());
    mark(ann, RoomName.GENERAL, 8);

    assertEquals(Map.of(RoomName.GENERAL, 8L), of(ann).marks());
  }

  @Test
  void whoIsIgnoredIsIgnoredUntilNoMore() {
    ignore(ann, bob, true);
    ignore(ann, bob, true);
    ignore(ann, 77, true);
    assertEquals(Set.of(bob, 77L), of(ann).ignored());
    assertEquals(Set.of(), of(bob).ignored());
    ignore(ann, bob, false);
    ignore(ann, bob, false);

    assertEquals(Set.of(77L), of(ann).ignored());
  }
}
