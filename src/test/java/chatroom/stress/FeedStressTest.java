package chatroom.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.app.RunningWriters;
import chatroom.delivery.Admission;
import chatroom.delivery.Audience;
import chatroom.delivery.Broadcaster;
import chatroom.delivery.Client;
import chatroom.delivery.ClientRegistry;
import chatroom.delivery.Departures;
import chatroom.delivery.FrameEncoder;
import chatroom.delivery.Goodbye;
import chatroom.delivery.Protocol;
import chatroom.delivery.Reception;
import chatroom.delivery.Watchdog;
import chatroom.delivery.Workers;
import chatroom.delivery.WriterTerms;
import chatroom.testing.Eventually;
import chatroom.testing.ManualClock;
import chatroom.testing.Node;
import chatroom.wire.Frame;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rooms tell, clients come and go, are told things of their own, take them in early, late or not at
 * all; real threads write.
 */
class FeedStressTest {
  private static final int ROOMS = 3;
  private static final int CLIENTS = 24;
  private static final int BREAKING = 4;
  private static final int STEPS = 60_000;
  private static final int BREATH = 100;
  private static final int TALES = 50_000;
  private static final int MOMENTS = 100;

  private final RunningWriters writers = new RunningWriters(2);
  private final ScheduledExecutorService completing = Executors.newScheduledThreadPool(2);
  private final ExecutorService departing = Executors.newSingleThreadExecutor();
  private final Random random = new Random(42);
  private final FrameEncoder encoder = FeedStressTest::frame;
  private final ClientRegistry registry = new ClientRegistry(new Admission(CLIENTS, 0));
  private final Departures departures = new Departures(registry, departing, Runnable::run);
  private final Reception reception =
      new Reception(
          registry,
          departures,
          encoder,
          new ManualClock(),
          System::nanoTime,
          Long.MAX_VALUE,
          new Workers(Runnable::run, completing, Runnable::run),
          new Goodbye(registry, new ManualClock(), new Random(1), Runnable::run));
  private final List<Told> clients = new ArrayList<>();
  private final List<Broadcaster> rooms = new ArrayList<>();

  @AfterEach
  void end() {
    writers.close();
    completing.shutdownNow();
    departing.shutdownNow();
  }

  private static Frame frame(ServerMessage message) {
    return Frame.of(((SessionMessage.Pong) message).ref() + "");
  }

  /** A client, and what it is to hear: of each room in order, and between two things of its own. */
  private final class Told {
    private final long userId = clients.size() + 1L;
    private final MoodyTransport transport =
        new MoodyTransport(
            completing, clients.size() < BREAKING ? 200 + random.nextInt(500) : Integer.MAX_VALUE);
    private final Client client =
        reception
            .admit(
                Node.SOMEWHERE,
                clients.size() % 2 == 0 ? Protocol.PLAIN : Protocol.CHAT_V1,
                transport)
            .orElseThrow();
    private final boolean[] subscribed = new boolean[ROOMS];
    private final List<String> expected = new ArrayList<>();

    private void turn(int room) {
      subscribed[room] = !subscribed[room];
      if (subscribed[room]) {
        rooms.get(room).subscribe(userId, client);
      } else {
        rooms.get(room).unsubscribe(client);
      }
    }

    private void tellAlone(String text) {
      expected.add(text);
      client.send(new SessionMessage.Pong(0, text));
    }

    private void hear(int room, String text, long exceptUserId) {
      if (subscribed[room] && exceptUserId != userId) {
        expected.add(text);
      }
    }

    private boolean hasHeardAll() {
      return !transport.isBusy()
          && (transport.isBroken() || transport.howMany() == expected.size());
    }

    private void check() {
      List<String> taken = transport.taken();
      assertFalse(transport.hasOverlapped(), "two sends to " + userId + " at once");
      if (transport.isBroken()) {
        checkBeginning("own", taken);
        IntStream.range(0, ROOMS).forEach(room -> checkBeginning(room + ":", taken));
      } else {
        assertEquals(inOrderOfRooms(expected), inOrderOfRooms(taken), "what " + userId + " heard");
      }
    }

    private void checkBeginning(String of, List<String> taken) {
      List<String> heard = taken.stream().filter(it -> it.startsWith(of)).toList();
      List<String> told = expected.stream().filter(it -> it.startsWith(of)).toList();
      assertEquals(told.subList(0, heard.size()), heard, "what " + userId + " heard of " + of);
    }
  }

  /** Between two things of one's own, what different rooms told may come in any order. */
  private static List<String> inOrderOfRooms(List<String> texts) {
    List<String> ordered = new ArrayList<>();
    List<List<String>> told = new ArrayList<>();
    IntStream.range(0, ROOMS).forEach(room -> told.add(new ArrayList<>()));
    for (String text : texts) {
      if (text.startsWith("own")) {
        told.forEach(ordered::addAll);
        told.forEach(List::clear);
        ordered.add(text);
      } else {
        told.get(text.charAt(0) - '0').add(text);
      }
    }
    told.forEach(ordered::addAll);
    return ordered;
  }

  private void step(int number) {
    Told client = clients.get(random.nextInt(CLIENTS));
    int room = random.nextInt(ROOMS);
    int what = random.nextInt(20);
    if (what == 0) {
      client.turn(room);
    } else if (what < 4) {
      client.tellAlone("own" + number);
    } else {
      long except = what < 10 ? client.userId : 0;
      String text = room + ":" + number;
      clients.forEach(it -> it.hear(room, text, except));
      rooms.get(room).publish(new SessionMessage.Pong(0, text), except, Audience.EVERYONE);
    }
  }

  private void open(Duration gathering) {
    WriterTerms terms =
        new WriterTerms(writers, new Watchdog(writers), System::nanoTime, gathering);
    IntStream.range(0, ROOMS)
        .forEach(i -> rooms.add(new Broadcaster(encoder, new ManualClock(), terms)));
    IntStream.range(0, CLIENTS).forEach(i -> clients.add(new Told()));
    clients.forEach(client -> IntStream.range(0, ROOMS).forEach(client::turn));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void everyClientHearsWhatIsToldWhileItIsThereOnceAndInOrder(int gatheringMillis) {
    open(Duration.ofMillis(gatheringMillis));
    for (int i = 0; i < STEPS; i++) {
      step(i);
      if (i % BREATH == 0) {
        Eventually.until("somebody has caught up", this::hasAnybodyHeardAll);
      }
    }
    clients.forEach(it -> it.transport.calmDown());
    Eventually.until("all have heard all", () -> clients.stream().allMatch(Told::hasHeardAll));
    Eventually.until("nobody is held up", () -> writers.heldUp() == 0 && writers.busy() == 0);
    clients.forEach(Told::check);
    assertTrue(writers.substituted() > 0, "nobody was ever held up");
    Eventually.until("no thread is left over", () -> writers.threads().size() <= 2);
  }

  @Test
  void whatIsToldJustWhenAWriterGoesToRestIsHeardToo() {
    open(Duration.ZERO);
    Told last = clients.get(CLIENTS - 1);
    last.transport.calmDown();
    clients.stream().filter(it -> it != last).forEach(it -> it.turn(0));
    for (int i = 0; i < TALES; i++) {
      last.hear(0, "0:" + i, 0);
      rooms.get(0).publish(new SessionMessage.Pong(0, "0:" + i), 0, Audience.EVERYONE);
      awaitWithoutRest(last, i);
      IntStream.range(0, i % MOMENTS).forEach(moment -> Thread.onSpinWait());
    }
    last.check();
  }

  private static void awaitWithoutRest(Told client, int tale) {
    long end = System.nanoTime() + Eventually.BOUND.toNanos();
    while (!client.hasHeardAll()) {
      assertTrue(System.nanoTime() < end, () -> "tale " + tale + " is not heard");
      Thread.onSpinWait();
    }
  }

  private boolean hasAnybodyHeardAll() {
    return clients.stream().skip(BREAKING).anyMatch(Told::hasHeardAll);
  }
}
