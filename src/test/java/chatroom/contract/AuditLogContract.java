package chatroom.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Act;
import chatroom.room.AuditEntry;
import chatroom.room.AuditLog;
import chatroom.room.Guests;
import chatroom.room.Participant;
import chatroom.room.RoomName;
import chatroom.room.Unavailable;
import chatroom.testing.ManualClock;
import chatroom.testing.People;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link AuditLog} has to keep. */
public abstract class AuditLogContract {
  private static final int PATIENCE_SECONDS = 10;
  private static final Participant ANN = People.user(1);

  private final ManualClock clock = new ManualClock();

  /** Nothing is in it yet. */
  protected abstract void startEmpty(ManualClock clock);

  /** The one under test. */
  protected abstract AuditLog audit();

  @BeforeEach
  void begin() {
    startEmpty(clock);
  }

  protected static Act kick(long userId) {
    return Act.by(ANN, "kick").to(userId, "Bob" + userId);
  }

  /** Returns when it is kept. */
  protected void append(Act act) {
    keep(receipt -> audit().append(act, receipt));
  }

  /** Returns when it is kept. */
  protected static void keep(Consumer<Guests.Receipt> change) {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    change.accept(telling(told));
    assertTrue(told.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
  }

  private static Guests.Receipt telling(CompletableFuture<Boolean> told) {
    return new Guests.Receipt() {
      @Override
      public void kept() {
        told.complete(true);
      }

      @Override
      public void refused(Unavailable why) {
        told.completeExceptionally(why);
      }
    };
  }

  protected List<AuditEntry> newest() {
    return newest(OptionalLong.empty(), AuditLog.MAX_PAGE);
  }

  private List<AuditEntry> newest(OptionalLong before, int limit) {
    try {
      return audit().newest(before, limit);
    } catch (Unavailable e) {
      throw new AssertionError(e);
    }
  }

  private static List<Long> numbers(List<AuditEntry> entries) {
    return entries.stream().map(AuditEntry::number).toList();
  }

  @Test
  void atFirstItIsEmpty() {
    assertEquals(List.of(), newest());
  }

  @Test
  void anActIsKeptAsItWasWithItsTime() {
    Act odd =
        Act.by(ANN, "ban")
            .to(Act.NOBODY, "späß 👍\0\uFFFE")
            .in(new RoomName("pläne-計画"))
            .saying("for 600 s: \0\uFFFE ☕");
    append(kick(2));
    clock.pass(Duration.ofMillis(1_234));
    append(odd);
    append(Act.byTheServer("first_admin"));

    List<AuditEntry> entries = newest();
    assertEquals(List.of(3L, 2L, 1L), numbers(entries));
    assertEquals(List.of(odd, kick(2)), entries.stream().skip(1).map(AuditEntry::act).toList());
    assertEquals(clock.instant().truncatedTo(ChronoUnit.MILLIS), entries.get(1).at());
    assertEquals(0, entries.get(0).act().actorId());
  }

  @Test
  void theVerySameActIsTwoEntriesOfDifferentHashes() {
    append(kick(2));
    append(kick(2));

    assertEquals(List.of(2L, 1L), numbers(newest()));
    assertNotEquals(newest().get(0).hash(), newest().get(1).hash());
  }

  @Test
  void aDetailIsCutAndNoCharacterHalved() {
    append(kick(2).saying("x".repeat(Act.MAX_DETAIL - 1) + "👍"));
    append(kick(2).saying("x".repeat(Act.MAX_DETAIL)));

    assertEquals(
        List.of(Act.MAX_DETAIL, Act.MAX_DETAIL - 1),
        newest().stream().map(entry -> entry.act().detail().length()).toList());
  }

  @Test
  void pagesGoBackToTheFirst() {
    LongStream.rangeClosed(1, AuditLog.MAX_PAGE + 3L).forEach(user -> append(kick(user)));

    assertEquals(AuditLog.MAX_PAGE, newest(OptionalLong.empty(), 1_000).size());
    assertEquals(1, newest(OptionalLong.empty(), -1).size());
    assertEquals(List.of(3L, 2L, 1L), numbers(newest(OptionalLong.of(4), 50)));
    assertEquals(List.of(3L, 2L), numbers(newest(OptionalLong.of(4), 2)));
    assertEquals(List.of(), newest(OptionalLong.of(1), 50));
    assertEquals(List.of(), newest(OptionalLong.of(Long.MIN_VALUE), 50));
  }

  @Test
  void whatManyDoAtOnceIsOneChainWithoutAGap() throws InterruptedException {
    int threads = 8;
    int each = 25;
    CountDownLatch kept = new CountDownLatch(threads * each);
    LongStream.rangeClosed(1, threads)
        .forEach(
            user ->
                new Thread(
                        () -> {
                          for (int i = 0; i < each; i++) {
                            CompletableFuture<Boolean> told = new CompletableFuture<>();
                            var unused = told.thenRun(kept::countDown);
                            audit().append(kick(user), telling(told));
                          }
                        })
                    .start());
    assertTrue(kept.await(PATIENCE_SECONDS, TimeUnit.SECONDS));

    long next = (long) threads * each;
    assertEquals(next, newest().get(0).number());
    while (next > 0) {
      List<AuditEntry> page = newest(OptionalLong.of(next + 1), AuditLog.MAX_PAGE);
      for (AuditEntry entry : page) {
        assertEquals(next--, entry.number());
      }
    }
    assertWhole((long) threads * each);
  }

  /** Each entry fits the one before; there are so many. */
  protected abstract void assertWhole(long count);
}
