package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.Node;
import chatroom.testing.QueuedExecutor;
import chatroom.testing.RecordingTransport;
import chatroom.testing.StuckTransport;
import chatroom.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final Duration INTERVAL = Duration.ofSeconds(25);

  private final Node node = new Node();
  private final QueuedExecutor pingers = new QueuedExecutor();
  private final Heartbeat heartbeat =
      new Heartbeat(node.registry, node.departures, pingers, node.nanoTime, INTERVAL);
  private final RecordingTransport transport = new RecordingTransport();
  private final List<Disconnect> left = new ArrayList<>();

  private Client client(Transport over) {
    Client client = node.client(over);
    client.onLeave(left::add);
    return client;
  }

  /** Lets seconds pass with a beat in each, and all pings sent at once. */
  private void pass(int seconds) {
    pass(seconds, () -> {});
  }

  private void pass(int seconds, Runnable each) {
    for (int i = 0; i < seconds; i++) {
      node.nanoTime.pass(Duration.ofSeconds(1));
      each.run();
      heartbeat.beat();
      pingers.runAll();
    }
  }

  @Test
  void aClientIsPingedOnceAnInterval() {
    Client client = client(transport);
    heartbeat.beat();
    pass(24, client::heard);
    assertEquals(0, transport.pings());
    pass(1, client::heard);
    assertEquals(1, transport.pings());
    pass(25, client::heard);
    assertEquals(2, transport.pings());
  }

  @Test
  void whoIsSilentIsSeenOffAfterFortyFiveSeconds() {
    client(transport);
    heartbeat.beat();
    pass(44);
    assertEquals(List.of(), left);

    pass(1);
    assertEquals(List.of(Disconnect.SILENT), left);
    assertEquals(List.of(Disconnect.SILENT), transport.closings());
  }

  @Test
  void whoWasHeardOnceIsSeenOffFortyFiveSecondsLater() {
    Client client = client(transport);
    heartbeat.beat();
    pass(30);
    client.heard();
    pass(44);
    assertEquals(List.of(), left);

    pass(1);
    assertEquals(List.of(Disconnect.SILENT), left);
  }

  @Test
  void whoAnswersStays() {
    Client client = client(transport);
    heartbeat.beat();
    pass(300, client::heard);

    assertEquals(List.of(), left);
  }

  @Test
  void nobodyIsBlamedWhoWasNotAskedBecauseTheServerWasHeldUp() {
    client(transport);
    heartbeat.beat();
    node.nanoTime.pass(Duration.ofHours(1));
    heartbeat.beat();
    pingers.runAll();
    assertEquals(List.of(), left);
    assertEquals(1, transport.pings());

    pass(20);
    assertEquals(List.of(Disconnect.SILENT), left);
  }

  @Test
  void nobodyIsBlamedWhoseLastPingWaitsForAThread() {
    client(transport);
    heartbeat.beat();
    for (int i = 0; i < 100; i++) {
      node.nanoTime.pass(Duration.ofSeconds(1));
      heartbeat.beat();
    }

    assertEquals(List.of(), left);
  }

  @Test
  void nobodyIsBlamedForSilenceWhoCouldNotBePinged() {
    StuckTransport stuck = new StuckTransport();
    Client client = client(stuck);
    heartbeat.beat();
    // Something is under way whenever the ping would be due, but never for long.
    pass(
        100,
        () -> {
          if (stuck.underWay() > 0) {
            stuck.release();
          }
          client.send(Frame.of("a"));
        });

    assertEquals(0, stuck.pings());
    assertEquals(List.of(), left);
  }

  @Test
  void whoDoesNotTakeAFrameIsSeenOffAfterTwentySeconds() {
    StuckTransport stuck = new StuckTransport();
    Client client = client(stuck);
    client.send(Frame.of("a"));
    pass(20, client::heard);
    assertEquals(List.of(), left);

    pass(1, client::heard);
    assertEquals(List.of(Disconnect.SLOW_CONSUMER), left);
  }

  @Test
  void whoCannotBePingedAnyMoreIsSeenOffAtOnce() {
    StuckTransport broken = new StuckTransport();
    broken.breakPings();
    Client client = client(broken);
    heartbeat.beat();
    pass(25, client::heard);

    assertEquals(List.of(Disconnect.SEND_FAILED), left);
  }

  @Test
  void whoLeftIsNotPingedAndWhoCameLaterHasTheirOwnTime() {
    Client early = client(transport);
    heartbeat.beat();
    pass(20, early::heard);
    node.departures.depart(early, Disconnect.PEER_GONE);
    RecordingTransport later = new RecordingTransport();
    Client late = client(later);
    pass(24, late::heard);
    assertEquals(0, later.pings());

    pass(2, late::heard);
    assertEquals(1, later.pings());
    assertEquals(0, transport.pings());
  }

  @Test
  void itLooksOftenEnoughForShortIntervalsToo() {
    assertEquals(Duration.ofSeconds(1), heartbeat.period());
    assertEquals(
        Duration.ofMillis(200),
        new Heartbeat(node.registry, node.departures, pingers, node.nanoTime, Duration.ofSeconds(1))
            .period());
  }
}
