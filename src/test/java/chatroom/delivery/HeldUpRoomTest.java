package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.delivery.Pass.Reader;
import chatroom.testing.Eventually;
import chatroom.testing.GatedTransport;
import chatroom.testing.ManualNanoTime;
import chatroom.testing.Node;
import chatroom.testing.SteppedWriters;
import chatroom.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A writer that a peer holds up, and who goes on instead, step by step. */
class HeldUpRoomTest {
  private static final Duration CAUTION = Duration.ofSeconds(1);

  private final Feed feed = new Feed();
  private final Readers readers = new Readers();
  private final ManualNanoTime nanoTime = new ManualNanoTime();
  private final SteppedWriters writers = new SteppedWriters(2);
  private final SteppedWriters time = new SteppedWriters();
  private final RoomWriter writer =
      new RoomWriter(
          feed, readers, new WriterTerms(writers, new Watchdog(time), nanoTime, Duration.ZERO));
  private final Node node = new Node(1_000);
  private final List<GatedTransport> transports = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private GatedTransport reader(GatedTransport transport) {
    transports.add(transport);
    long userId = transports.size();
    Client client = node.client(Protocol.CHAT_V1, transport);
    readers.add(new Reader(client, client.subscribe(feed, userId)));
    return transport;
  }

  private GatedTransport free() {
    return reader(new GatedTransport().opened());
  }

  private GatedTransport stuck() {
    return reader(new GatedTransport());
  }

  private void tell(String text) {
    feed.append(Frame.of(text), Set.of(), Audience.EVERYONE, true);
    writer.wake();
  }

  private void write(String text) {
    tell(text);
    writers.runAll();
  }

  /** Tells it, and returns when a thread that writes it is held up. */
  private Thread writeUntilHeldUp(String text) {
    tell(text);
    Thread thread = new Thread(writers::runAll);
    threads.add(thread);
    thread.start();
    Eventually.until("it waits", () -> thread.getState() == Thread.State.WAITING);
    return thread;
  }

  private void look() {
    time.passTime();
  }

  private void open(GatedTransport transport, Thread heldUp) {
    transport.open();
    Eventually.until("it went on", () -> !heldUp.isAlive());
  }

  @AfterEach
  void nobodyIsLeftBehindAndNoTwoSendsWereUnderWayAtOnce() {
    transports.forEach(GatedTransport::open);
    threads.forEach(thread -> Eventually.until("it ends", () -> !thread.isAlive()));
    transports.forEach(it -> assertFalse(it.hasOverlapped()));
  }

  @Test
  void aPeerThatIsSeenTwiceWithTheSameSendIsPassedBy() {
    GatedTransport before = free();
    stuck();
    GatedTransport after = free();
    writeUntilHeldUp("a");
    look();
    writers.runAll();
    assertEquals(List.of(), after.taken());

    look();
    writers.runAll();
    assertEquals(List.of("a"), before.taken());
    assertEquals(List.of("a"), after.taken());
    assertEquals(1, writers.substitutes());
  }

  @Test
  void whatFollowsReachesAllTheOthersAndTheStuckOneOnceAndInOrderWhenItReadsOn() {
    GatedTransport stuck = stuck();
    GatedTransport other = free();
    Thread heldUp = writeUntilHeldUp("a");
    look();
    look();
    writers.runAll();
    write("b");
    write("c");
    assertEquals(List.of("a", "b", "c"), other.taken());
    assertEquals(0, writers.released());

    open(stuck, heldUp);
    assertEquals(List.of("a", "b", "c"), stuck.taken());
    assertEquals(1, writers.released());
    assertEquals(2, writers.substitutes());
    write("d");
    assertEquals(List.of("a", "b", "c", "d"), stuck.taken());
    assertEquals(List.of("a", "b", "c", "d"), other.taken());
  }

  @Test
  void forASecondNothingIsWaitedForAndThenAgain() {
    stuck();
    GatedTransport other = free();
    writeUntilHeldUp("a");
    look();
    look();
    writers.runAll();
    write("b");
    nanoTime.pass(CAUTION.minusNanos(1));
    write("c");
    assertEquals(0, other.waitedFor());

    nanoTime.pass(Duration.ofNanos(1));
    write("d");
    assertEquals(1, other.waitedFor());
    assertEquals(List.of("a", "b", "c", "d"), other.taken());
  }

  @Test
  void inThatSecondAllOthersWhoTakeNothingInAreFoundWithoutAFurtherSubstitute() {
    for (int i = 0; i < 10; i++) {
      stuck();
    }
    GatedTransport other = free();
    writeUntilHeldUp("a");
    look();
    look();
    writers.runAll();
    nanoTime.pass(CAUTION);
    write("b");

    assertEquals(List.of("a", "b"), other.taken());
    assertEquals(1, writers.substitutes());
    assertEquals(
        1, transports.stream().filter(it -> it != other).mapToInt(GatedTransport::waitedFor).sum());
  }

  @Test
  void whoStopsLaterCostsAnotherSubstituteAndWhenThereIsNoneNothingIsWaitedFor() {
    for (int i = 0; i < 2; i++) {
      stuck();
      writeUntilHeldUp("a");
      look();
      look();
      writers.runAll();
      nanoTime.pass(CAUTION);
    }
    stuck();
    GatedTransport other = free();
    write("b");

    assertEquals(0, writers.substitutes());
    assertEquals(List.of("b"), other.taken());
    assertEquals(0, other.waitedFor());
  }

  @Test
  void aRoomKeepsASubstituteOnlyWhileItMayWait() {
    free();
    write("a");
    assertEquals(2, writers.substitutes());

    stuck();
    writeUntilHeldUp("b");
    assertEquals(1, writers.substitutes());
  }

  @Test
  void whenOthersKeepAllSubstitutesNothingIsWaitedFor() {
    stuck();
    GatedTransport other = free();
    writers.reserve();
    writers.reserve();
    write("a");

    assertEquals(List.of("a"), other.taken());
    assertEquals(0, other.waitedFor());
  }

  @Test
  void manyWhoTakeThingsInSlowlyAreNotWaitedForOneAfterTheOther() {
    GatedTransport slow = stuck();
    GatedTransport slower = stuck();
    GatedTransport third = stuck();
    Thread writing = writeUntilHeldUp("a");
    look();
    slow.open();
    Eventually.until("it waits again", () -> slower.waitedFor() == 1);
    Eventually.until("it waits", () -> writing.getState() == Thread.State.WAITING);
    look();
    open(slower, writing);

    assertEquals(0, third.waitedFor());
    assertEquals(1, third.underWay());
    assertEquals(2, writers.substitutes());

    write("b");
    assertEquals(1, slow.waitedFor());
    assertEquals(1, slower.waitedFor());
    assertEquals(List.of("a", "b"), slower.taken());
  }

  @Test
  void manyWhoTakeThingsInQuicklyAreWaitedForThoughTheRoomIsSeenWaitingTwice() {
    GatedTransport first = stuck();
    for (int i = 0; i < 250; i++) {
      free();
    }
    GatedTransport later = stuck();
    GatedTransport last = free();
    Thread writing = writeUntilHeldUp("a");
    look();
    first.open();
    Eventually.until("it waits again", () -> later.waitedFor() == 1);
    Eventually.until("it waits", () -> writing.getState() == Thread.State.WAITING);
    look();
    open(later, writing);

    assertEquals(1, last.waitedFor());
  }

  @Test
  void whoGoesOnJustWhenTheyArePassedByTakesNothingTwice() {
    GatedTransport stuck = stuck();
    GatedTransport other = free();
    Thread heldUp = writeUntilHeldUp("a");
    look();
    open(stuck, heldUp);
    look();
    look();
    writers.runAll();

    assertEquals(List.of("a"), stuck.taken());
    assertEquals(List.of("a"), other.taken());
    assertEquals(2, writers.substitutes());
  }

  @Test
  void whoWasHeldUpDoesNotWaitAgainForTheSamePeer() {
    GatedTransport stuck = stuck();
    stuck.open();
    GatedTransport other = stuck();
    GatedTransport last = free();
    writeUntilHeldUp("a");
    look();
    look();
    writers.runAll();
    write("b");
    nanoTime.pass(CAUTION);
    write("c");

    assertEquals(List.of("a", "b", "c"), stuck.taken());
    assertEquals(List.of("a", "b", "c"), last.taken());
    assertEquals(1, other.waitedFor());
  }
}
