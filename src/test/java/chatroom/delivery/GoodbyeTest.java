package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ManualClock;
import chatroom.testing.Node;
import chatroom.testing.QueuedExecutor;
import chatroom.testing.RecordingTransport;
import chatroom.testing.StuckTransport;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.GoingAway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoodbyeTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final Node node = new Node();

  private void say(long seed, Duration patience) throws InterruptedException {
    new Goodbye(node.registry, node.clock, new Random(seed), Runnable::run).say(patience);
  }

  private List<RecordingTransport> clients(int count) {
    return clients(node, count);
  }

  private static List<RecordingTransport> clients(Node node, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              RecordingTransport transport = new RecordingTransport();
              node.client(transport);
              return transport;
            })
        .toList();
  }

  private List<Long> times(List<RecordingTransport> clients) {
    return clients.stream().map(it -> time(node, it)).toList();
  }

  private static long time(Node node, RecordingTransport client) {
    List<ServerMessage> heard = node.encoder.heardOver(client);
    assertEquals(1, heard.size());
    assertEquals(ManualClock.START.getEpochSecond(), heard.get(0).timestamp());
    return ((GoingAway) heard.get(0)).content().retryAfterMs();
  }

  @Test
  void allAreToldInOneTurnSoThatNobodyHearsOfTheOthersLeaving() throws InterruptedException {
    QueuedExecutor lane = new QueuedExecutor();
    List<RecordingTransport> transports = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      RecordingTransport transport = new RecordingTransport();
      transports.add(transport);
      node.client(transport);
    }
    new Goodbye(node.registry, node.clock, new Random(1), lane).say(Duration.ZERO);
    assertEquals(1, lane.size());
    lane.runNext();

    transports.forEach(it -> assertEquals(1, it.frames().size()));
  }

  @Test
  void everyClientIsToldAnotherTimeThenClosedAndNobodyIsWaitedForAnyMore() {
    List<RecordingTransport> clients = clients(50);

    assertTimeoutPreemptively(BOUND, () -> say(1, LONG));

    List<Long> times = times(clients);
    assertEquals(50, times.stream().distinct().count());
    assertTrue(times.stream().allMatch(it -> it >= 1_000 && it <= 3_000), times::toString);
    clients.forEach(it -> assertEquals(List.of(Disconnect.GOING_AWAY), it.closings()));
    assertEquals(0, node.registry.size());
  }

  @Test
  void chanceDecidesWhoComesBackFirst() throws InterruptedException {
    List<RecordingTransport> once = clients(20);
    say(1, LONG);
    Node another = new Node();
    List<RecordingTransport> again = clients(another, 20);
    new Goodbye(another.registry, another.clock, new Random(2), Runnable::run).say(LONG);

    assertNotEquals(
        once.stream().map(it -> time(node, it)).toList(),
        again.stream().map(it -> time(another, it)).toList());
  }

  @Test
  void whoDoesNotGoIsNotWaitedForForEver() {
    StuckTransport stuck = new StuckTransport();
    node.client(stuck);

    assertTimeoutPreemptively(BOUND, () -> say(1, Duration.ofMillis(20)));

    assertEquals(1, stuck.texts().size());
    assertEquals(List.of(), stuck.closings());
  }

  @Test
  void theGoodbyeIsWaitedForUntilTheLastIsClosed() throws InterruptedException {
    StuckTransport slow = new StuckTransport();
    node.client(slow);
    Thread speaker =
        new Thread(
            () -> {
              try {
                say(1, LONG);
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    speaker.start();
    while (speaker.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    slow.release();
    speaker.join(BOUND.toMillis());

    assertEquals(Thread.State.TERMINATED, speaker.getState());
    assertEquals(List.of(Disconnect.GOING_AWAY), slow.closings());
  }

  @Test
  void anEmptyServerSaysNothingAndDoesNotWait() {
    assertTimeoutPreemptively(BOUND, () -> say(1, LONG));
  }
}
