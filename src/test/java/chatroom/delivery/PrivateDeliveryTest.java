package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.ChatMessage;
import chatroom.room.RoomName;
import chatroom.testing.ManualClock;
import chatroom.testing.Node;
import chatroom.testing.RecordingTransport;
import chatroom.wire.StoredMessage.PrivateMessage;
import chatroom.wire.StoredMessage.PrivateMessageSent;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivateDeliveryTest {
  private static final ChatMessage TO_BOB = message(2);

  private final Node node = new Node();
  private final PrivateDelivery delivery = new PrivateDelivery((reader, author) -> false);

  private static ChatMessage message(long to) {
    return new ChatMessage(9, 1, RoomName.between(1, to), 1, "User1", "psst", ManualClock.START);
  }

  private RecordingTransport subscribed(long userId) {
    RecordingTransport transport = new RecordingTransport();
    delivery.subscribe(userId, node.client(transport));
    return transport;
  }

  @Test
  void bothAreToldEachInTheirOwnViewAndNobodyElse() {
    RecordingTransport ann = subscribed(1);
    RecordingTransport bob = subscribed(2);
    RecordingTransport eve = subscribed(3);
    delivery.deliver(TO_BOB, "User2");

    assertEquals(List.of(PrivateMessage.of(TO_BOB, "@1")), node.encoder.heardOver(bob));
    assertEquals(List.of(PrivateMessageSent.of(TO_BOB, 2, "User2")), node.encoder.heardOver(ann));
    assertEquals(List.of(), eve.frames());
  }

  @Test
  void whoWritesToThemselvesIsToldBoth() {
    ChatMessage toMyself = message(1);
    RecordingTransport ann = subscribed(1);
    delivery.deliver(toMyself, "User1");

    assertEquals(
        List.of(PrivateMessage.of(toMyself, "@1"), PrivateMessageSent.of(toMyself, 1, "User1")),
        node.encoder.heardOver(ann));
  }

  @Test
  void whoHasLeftIsNotToldAndTheOtherIs() {
    RecordingTransport ann = subscribed(1);
    RecordingTransport bob = new RecordingTransport();
    Client gone = node.client(bob);
    delivery.subscribe(2, gone);
    delivery.unsubscribe(2, gone);
    delivery.deliver(TO_BOB, "User2");

    assertEquals(1, ann.frames().size());
    assertEquals(0, bob.frames().size());
  }

  @Test
  void whoHasTwoClientsIsToldByBoth() {
    List<RecordingTransport> ann = List.of(subscribed(1), subscribed(1));
    List<RecordingTransport> bob = List.of(subscribed(2), subscribed(2));
    delivery.deliver(TO_BOB, "User2");

    bob.forEach(
        tab -> assertEquals(List.of(PrivateMessage.of(TO_BOB, "@1")), node.encoder.heardOver(tab)));
    ann.forEach(
        tab ->
            assertEquals(
                List.of(PrivateMessageSent.of(TO_BOB, 2, "User2")), node.encoder.heardOver(tab)));
  }
}
