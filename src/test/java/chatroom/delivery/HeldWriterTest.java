package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.app.RunningWriters;
import chatroom.testing.Eventually;
import chatroom.testing.GatedTransport;
import chatroom.testing.Node;
import chatroom.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writers of the application's own pool, and peers that take nothing in. */
class HeldWriterTest {
  private static final int SIZE = 5;
  private static final int SUBSTITUTES = 4;

  private final RunningWriters writers = new RunningWriters(SIZE);
  private final WriterTerms terms =
      new WriterTerms(writers, new Watchdog(writers), System::nanoTime, Duration.ZERO);
  private final Node node = new Node();
  private final List<GatedTransport> transports = new ArrayList<>();

  /** A room of one peer that is stuck and one that is told after it. */
  private final class Place {
    private final Feed feed = new Feed();
    private final Readers readers = new Readers();
    private final RoomWriter writer = new RoomWriter(feed, readers, terms);
    private final GatedTransport stuck = enter(new GatedTransport());
    private final GatedTransport other = enter(new GatedTransport().opened());

    private GatedTransport enter(GatedTransport transport) {
      transports.add(transport);
      long userId = transports.size();
      Client client = node.client(Protocol.CHAT_V1, transport);
      readers.add(new Pass.Reader(client, client.subscribe(feed, userId)));
      return transport;
    }

    private void tell(String text) {
      feed.append(Frame.of(text), Set.of(), Audience.EVERYONE, true);
      writer.wake();
    }
  }

  @AfterEach
  void whenAllReadOnNoWriterIsHeldUpAndNoneIsTooMany() {
    transports.forEach(GatedTransport::open);
    Eventually.until("none is held up", () -> writers.heldUp() == 0 && writers.busy() == 0);
    Eventually.until("none is too many", () -> writers.threads().size() <= SIZE);
    for (int i = 0; i < SUBSTITUTES; i++) {
      assertTrue(writers.reserve());
    }
    assertFalse(writers.reserve());
    writers.close();
    transports.forEach(it -> assertFalse(it.hasOverlapped()));
  }

  private static void assertHears(GatedTransport transport, List<String> texts) {
    Eventually.until("it heard all", () -> transport.taken().size() >= texts.size());
    assertEquals(texts, transport.taken());
  }

  private static void awaitHeldUp(Place room) {
    Eventually.until("it is held up", () -> room.stuck.waitedFor() == 1);
  }

  @Test
  void theOthersHearOnThoughOneNeverTakesAnythingAndThatOneAllOfItInTheEnd() {
    Place room = new Place();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      told.add("m" + i);
      room.tell("m" + i);
      assertHears(room.other, told);
    }
    assertEquals(1, writers.substituted());
    assertEquals(List.of(), room.stuck.taken());

    room.stuck.open();
    assertHears(room.stuck, told);
  }

  @Test
  void tenAreFoundAtTheCostOfOneSubstitute() {
    Place room = new Place();
    for (int i = 1; i < 10; i++) {
      room.enter(new GatedTransport());
    }
    GatedTransport last = room.enter(new GatedTransport().opened());
    room.tell("a");
    room.tell("b");

    assertHears(last, List.of("a", "b"));
    assertHears(room.other, List.of("a", "b"));
    assertEquals(1, writers.substituted());
  }

  @Test
  void whereFourAreHeldUpAFifthRoomDoesNotWaitForAnybody() {
    List<Place> held = hold(SUBSTITUTES);
    held.forEach(room -> assertHears(room.other, List.of("a")));
    Place fifth = new Place();
    fifth.tell("a");

    assertHears(fifth.other, List.of("a"));
    assertEquals(0, fifth.stuck.waitedFor() + fifth.other.waitedFor());
    assertEquals(SUBSTITUTES, writers.heldUp());
  }

  @Test
  void ofFiveThatMeetSuchAPeerAtOnceOneWaitsForNobodyAndIsNotHeldUp() {
    CountDownLatch seen = stopWatching();
    List<Place> rooms = tellIn(SUBSTITUTES + 1);
    Eventually.until("four are held up", () -> waiting(rooms) == SUBSTITUTES);
    Eventually.until("one is not", () -> going(rooms) == 1);

    seen.countDown();
    Eventually.until("all go on", () -> going(rooms) == SUBSTITUTES + 1);
    assertEquals(SUBSTITUTES, waiting(rooms));
    assertEquals(SUBSTITUTES, writers.heldUp());
  }

  /** The watchdog sees it when all of them are. */
  private List<Place> hold(int rooms) {
    CountDownLatch all = stopWatching();
    List<Place> held = tellIn(rooms);
    held.forEach(HeldWriterTest::awaitHeldUp);
    all.countDown();
    return held;
  }

  private CountDownLatch stopWatching() {
    CountDownLatch until = new CountDownLatch(1);
    writers.after(Duration.ZERO, () -> await(until));
    return until;
  }

  private List<Place> tellIn(int rooms) {
    List<Place> all = new ArrayList<>();
    for (int i = 0; i < rooms; i++) {
      all.add(new Place());
    }
    all.forEach(room -> room.tell("a"));
    return all;
  }

  private static int waiting(List<Place> rooms) {
    return rooms.stream().mapToInt(room -> room.stuck.waitedFor()).sum();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError("the clock is not interrupted", e);
    }
  }

  private static long going(List<Place> rooms) {
    return rooms.stream().filter(HeldWriterTest::goesOn).count();
  }

  private static boolean goesOn(Place room) {
    return !room.other.taken().isEmpty();
  }
}
