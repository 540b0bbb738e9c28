package chatroom.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import chatroom.room.ChatMessage;
import chatroom.room.Nickname;
import chatroom.room.Participant;
import chatroom.room.RoomEvent;
import chatroom.room.RoomName;
import chatroom.testing.BrokenTransport;
import chatroom.testing.ManualClock;
import chatroom.testing.Node;
import chatroom.testing.People;
import chatroom.testing.RecordingTransport;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BroadcasterTest {
  private static final Participant ANN = People.user(1);
  private static final long NOW = ManualClock.START.getEpochSecond();
  private static final RoomEvent POSTED =
      new RoomEvent.Posted(
          new ChatMessage(1, 1, RoomName.GENERAL, 1, "User1", "hi", ManualClock.START));

  private final Node node = new Node();
  private final Broadcaster broadcaster = new Broadcaster(node.encoder, node.clock, node.terms);

  private RecordingTransport subscribed(long userId) {
    RecordingTransport transport = new RecordingTransport();
    broadcaster.subscribe(userId, node.client(transport));
    return transport;
  }

  @Test
  void anEventIsEncodedOnceHoweverManyHearIt() {
    List<RecordingTransport> others = List.of(subscribed(2), subscribed(3), subscribed(4));
    broadcaster.published(POSTED);

    assertEquals(1, node.encoder.encoded().size());
    others.forEach(it -> assertSame(others.get(0).frames().get(0), it.frames().get(0)));
  }

  @ParameterizedTest
  @CsvSource({"EVERYONE, 1, 1", "PLAIN, 1, 0", "CHAT_V1, 0, 1"})
  void aMessageIsForThoseWhoSpeakSo(Audience audience, int plain, int chatV1) {
    RecordingTransport one = subscribed(1);
    RecordingTransport other = new RecordingTransport();
    broadcaster.subscribe(2, node.client(Protocol.CHAT_V1, other));
    broadcaster.publish(new SessionMessage.Pong(NOW, null), 0, audience);

    assertEquals(plain, one.frames().size());
    assertEquals(chatV1, other.frames().size());
    assertEquals(1, node.encoder.encoded().size());
  }

  @Test
  void whoIsNamedIsNotTold() {
    RecordingTransport ann = subscribed(1);
    broadcaster.publish(new SessionMessage.Pong(NOW, null), 1, Audience.EVERYONE);
    subscribed(2);
    broadcaster.publish(new SessionMessage.Pong(NOW, null), 0, Audience.CHAT_V1);

    assertEquals(List.of(), ann.frames());
    assertEquals(List.of(), node.encoder.encoded(), "for nobody");
  }

  @Test
  void nothingIsEncodedForNobody() {
    broadcaster.published(POSTED);

    assertEquals(List.of(), node.encoder.encoded());
  }

  @Test
  void whomAnEventIsAboutIsNotTold() {
    RecordingTransport ann = subscribed(1);
    RecordingTransport bob = subscribed(2);
    List<RoomEvent> events =
        List.of(
            POSTED,
            new RoomEvent.Joined(RoomName.GENERAL, ANN, 2),
            new RoomEvent.Renamed(
                RoomName.GENERAL, ANN.named(new Nickname("Ann", "ann")), ANN.name()),
            new RoomEvent.Left(RoomName.GENERAL, ANN, 1));
    events.forEach(broadcaster::published);

    assertEquals(List.of(), ann.frames());
    assertEquals(
        events.stream().map(it -> ServerMessage.of(it, NOW)).toList(), node.encoder.heardOver(bob));
  }

  @Test
  void whoUnsubscribedHearsNothing() {
    RecordingTransport transport = new RecordingTransport();
    Client bob = node.client(transport);
    broadcaster.subscribe(2, bob);
    RecordingTransport otherTab = subscribed(2);
    broadcaster.unsubscribe(bob);
    broadcaster.unsubscribe(bob);
    broadcaster.published(POSTED);

    assertEquals(List.of(), transport.frames());
    assertEquals(1, otherTab.frames().size());
  }

  @Test
  void whoHasTwoClientsIsToldByBothOrByNone() {
    List<RecordingTransport> tabs = List.of(subscribed(2), subscribed(2));
    broadcaster.publish(new SessionMessage.Pong(NOW, null), 2, Audience.EVERYONE);
    assertEquals(List.of(), node.encoder.encoded(), "for nobody");
    broadcaster.published(POSTED);

    tabs.forEach(tab -> assertEquals(1, tab.frames().size()));
  }

  @Test
  void aClientThatFailsKeepsNothingFromTheOthers() {
    Client broken = node.client(new BrokenTransport());
    broadcaster.subscribe(2, broken);
    RecordingTransport bob = subscribed(3);
    broadcaster.published(POSTED);

    assertEquals(1, bob.frames().size());
    assertEquals(1, node.registry.size());
  }
}
