package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.testing.RecordingTransport;
import chatroom.wire.ClientMessage;
import chatroom.wire.RoomMessage.Join;
import chatroom.wire.RoomMessage.Leave;
import chatroom.wire.RoomMessage.Presence;
import chatroom.wire.RoomMessage.Users;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage;
import chatroom.wire.SessionMessage.Welcome;
import chatroom.wire.StoredMessage;
import chatroom.wire.StoredMessage.History;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GreetingTest {
  private final Hall hall = new Hall();

  @Test
  void whoComesHearsWhoTheyAreThenWhoIsThereThenWhatWasSaid() {
    List<ServerMessage> greeting = hall.enter().heard();

    assertEquals(
        List.of(Welcome.class, Users.class, History.class),
        greeting.stream().map(Object::getClass).toList());
    Welcome welcome = (Welcome) greeting.get(0);
    assertEquals(1, welcome.content().userId());
    assertEquals("User1", welcome.content().userName());
    assertEquals(1, welcome.content().serverStats().usersOnline());
    assertEquals(
        new Users(Hall.NOW, "general", 1, List.of(new Users.User(1, "User1", Hall.NOW, false))),
        greeting.get(1));
    assertEquals(
        new History(Hall.NOW, "general", false, 0, null, null, List.of()), greeting.get(2));
  }

  @Test
  void theWelcomeSaysForHowLongTheServerHasBeenUp() {
    hall.node.clock.pass(Duration.ofSeconds(61));
    Welcome welcome = (Welcome) hall.enter().heard().get(0);

    assertEquals(61, welcome.content().serverStats().uptimeSeconds());
    assertEquals(Hall.NOW + 61, welcome.timestamp());
  }

  @Test
  void theHistoryOfTheGreetingIsTheNewest() {
    Guest ann = hall.settled();
    IntStream.rangeClosed(1, 5).forEach(i -> ann.say("m" + i));
    History history = (History) hall.enter().heard().get(2);

    assertEquals(
        List.of("m3", "m4", "m5"),
        history.content().stream().map(it -> ((StoredMessage.Message) it).content()).toList());
    assertEquals(true, history.hasMore());
    assertEquals(5, history.lastSeq());
  }

  @Test
  void theOthersHearOfWhoComesAndTheyThemselvesDoNot() {
    Guest ann = hall.settled();
    Guest bob = hall.enter();

    Presence bobsPresence = new Presence(2, "User2", 2);
    assertEquals(new Join(Hall.NOW, 2, "User2", "general", bobsPresence), ann.heardOnly());
    assertFalse(bob.heard().stream().anyMatch(Join.class::isInstance));
  }

  @Test
  void theOthersHearOfWhoLeavesAndTheyThemselvesDoNot() {
    Guest ann = hall.settled();
    Guest bob = hall.settled();
    ann.heard();
    bob.say(new ClientMessage.SetName("Bob", null));
    bob.heard();
    ann.heard();
    hall.node.reception.dismiss(bob.client, Disconnect.PEER_GONE);
    hall.node.reception.dismiss(bob.client, Disconnect.SEND_FAILED);

    assertEquals(
        new Leave(Hall.NOW, 0, "System", "general", new Presence(2, "Bob", 1)), ann.heardOnly());
    assertEquals(List.of(), bob.heard());
    assertEquals(1, hall.directory.size());
  }

  @Test
  void theNameOfWhoLeftIsFree() {
    Guest bob = hall.settled();
    bob.say(new ClientMessage.SetName("Bob", null));
    hall.node.reception.dismiss(bob.client, Disconnect.PEER_GONE);
    Guest next = hall.settled();
    next.say(new ClientMessage.SetName("Bob", null));

    assertEquals(
        new SessionMessage.NameChanged(
            Hall.NOW, new SessionMessage.NameChanged.Names("User2", "Bob")),
        next.heardOnly());
  }

  @Test
  void whoIsGoneBeforeTheyAreGreetedLeavesNoTrace() {
    Guest ann = hall.settled();
    var client = hall.node.client(new RecordingTransport());
    hall.node.reception.dismiss(client, Disconnect.PEER_GONE);
    Conversation.begin(hall.chat, client, Entrance.open());

    assertEquals(
        List.of(Join.class, Leave.class), ann.heard().stream().map(Object::getClass).toList());
    assertEquals(1, hall.directory.size());
  }
}
