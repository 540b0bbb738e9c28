package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.Code;
import chatroom.room.Rejection;
import chatroom.testing.ManualClock;
import chatroom.testing.Node;
import chatroom.testing.RecordingTransport;
import chatroom.testing.StuckTransport;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.SessionMessage.GoingAway;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptionTest {
  private final Node node = new Node(1);
  private final RecordingTransport transport = new RecordingTransport();

  @Test
  void whoIsLetInHearsNothingYet() {
    Client client = node.client(transport);

    assertEquals(List.of(), transport.frames());
    assertEquals(List.of(client), List.copyOf(node.registry.all()));
  }

  @Test
  void whoFindsNoPlaceIsToldSoAndThenTheConnectionEnds() {
    node.client(new RecordingTransport());

    assertTrue(node.reception.admit(Node.SOMEWHERE, Protocol.PLAIN, transport).isEmpty());
    assertEquals(
        List.of(Failure.of(new Rejection(Code.SERVER_FULL), ManualClock.START.getEpochSecond())),
        node.encoder.heardOver(transport));
    assertEquals(List.of(Disconnect.SERVER_FULL), transport.closings());
    assertEquals(1, node.registry.size());
  }

  @Test
  void theConnectionEndsAfterTheReasonWasTold() {
    node.client(new RecordingTransport());
    StuckTransport slow = new StuckTransport();
    assertTrue(node.reception.admit(Node.SOMEWHERE, Protocol.PLAIN, slow).isEmpty());
    assertEquals(List.of(), slow.closings());

    slow.release();

    assertEquals(List.of(Disconnect.SERVER_FULL), slow.closings());
  }

  @Test
  void whoseConnectionIsClosedMakesPlace() {
    Client client = node.client(transport);
    node.reception.dismiss(client, Disconnect.TOO_BIG);
    node.reception.closed(client);

    assertEquals(List.of(Disconnect.TOO_BIG), transport.closings());
    assertTrue(node.reception.admit(Node.SOMEWHERE, Protocol.PLAIN, transport).isPresent());
  }

  @Test
  void whoComesAfterTheGoodbyeIsSentAwayToo() throws InterruptedException {
    node.goodbye.say(Duration.ZERO);

    assertTrue(node.reception.admit(Node.SOMEWHERE, Protocol.PLAIN, transport).isEmpty());
    assertTrue(node.encoder.heardOver(transport).get(0) instanceof GoingAway);
    assertEquals(List.of(Disconnect.GOING_AWAY), transport.closings());
  }
}
