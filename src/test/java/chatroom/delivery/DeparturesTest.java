package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.BrokenTransport;
import chatroom.testing.ManualNanoTime;
import chatroom.testing.Node;
import chatroom.testing.QueuedExecutor;
import chatroom.testing.RecordingTransport;
import chatroom.testing.RememberingEncoder;
import chatroom.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeparturesTest {
  private final ClientRegistry registry = new ClientRegistry(new Admission(1, 0));
  private final QueuedExecutor one = new QueuedExecutor();
  private final QueuedExecutor closers = new QueuedExecutor();
  private final Departures departures = new Departures(registry, one, closers);
  private final RecordingTransport transport = new RecordingTransport();
  private final Client client = client(transport);
  private final List<Disconnect> told = new ArrayList<>();

  private Client client(Transport over) {
    return new Client(
        Node.SOMEWHERE,
        Protocol.PLAIN,
        over,
        new RememberingEncoder(),
        new ManualNanoTime(),
        100,
        Node.IN_PLACE,
        departures);
  }

  @Test
  void howeverManyReportItAClientLeavesOnceForTheFirstReason() {
    registry.add(client);
    client.onLeave(told::add);
    departures.depart(client, Disconnect.SILENT);
    departures.depart(client, Disconnect.PEER_GONE);
    departures.depart(client, Disconnect.SLOW_CONSUMER);
    assertEquals(List.of(), told);

    one.runAll();

    assertEquals(List.of(Disconnect.SILENT), told);
  }

  @Test
  void whoeverAsksLateIsToldToo() {
    registry.add(client);
    departures.depart(client, Disconnect.SILENT);
    one.runAll();
    client.onLeave(told::add);

    assertEquals(List.of(Disconnect.SILENT), told);
  }

  @Test
  void whoLeftGetsNothingMore() {
    registry.add(client);
    departures.depart(client, Disconnect.SILENT);
    one.runAll();
    client.send(Frame.of("late"));

    assertEquals(List.of(), transport.texts());
  }

  @Test
  void closingIsLeftToOthersAndToldWhenItIsDone() {
    registry.add(client);
    List<String> closed = new ArrayList<>();
    client.onClose(() -> closed.add("closed"));
    departures.depart(client, Disconnect.SILENT);
    one.runAll();
    assertEquals(List.of(), transport.closings());
    assertEquals(List.of(), closed);

    closers.runAll();

    assertEquals(List.of(Disconnect.SILENT), transport.closings());
    assertEquals(List.of("closed"), closed);
  }

  @Test
  void theirPlaceIsGivenBackOnceAndNotBeforeTheConnectionIsClosed() {
    Client next = client(transport);
    Client third = client(transport);
    assertTrue(registry.add(client));
    assertFalse(registry.add(next));
    departures.depart(client, Disconnect.PEER_GONE);
    departures.depart(client, Disconnect.SEND_FAILED);
    one.runAll();
    assertFalse(registry.add(next));

    registry.release(client);
    registry.release(client);

    assertTrue(registry.add(next));
    assertFalse(registry.add(third));
    assertEquals(1, registry.size());
  }

  @Test
  void theConnectionOfWhoWasNeverLetInIsClosedAndNobodyIsTold() {
    client.onLeave(told::add);
    departures.depart(client, Disconnect.SERVER_FULL);
    one.runAll();
    closers.runAll();

    assertEquals(List.of(), told);
    assertEquals(List.of(Disconnect.SERVER_FULL), transport.closings());
  }

  @Test
  void aSendThatFailsOnlyEnqueuesTheLeaving() {
    Client broken = client(new BrokenTransport());
    registry.add(broken);
    broken.onLeave(told::add);
    broken.send(Frame.of("a"));
    assertEquals(List.of(), told);

    one.runAll();

    assertEquals(List.of(Disconnect.SEND_FAILED), told);
  }
}
