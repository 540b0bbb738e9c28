package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage.GetRooms;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.RoomMessage.Rooms.Listed;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.StoredMessage.PrivateMessageSent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever has left is called what they were called last. */
class LastNamesTest {
  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.hello("Ann");

  private static PrivatePost to(Guest other) {
    return new PrivatePost(String.valueOf(other.id()), "psst", null, null);
  }

  private List<String> listed(Guest reader) {
    reader.heard();
    reader.say(new GetRooms(null));
    return ((Rooms) reader.heardOnly())
        .content().stream()
            .filter(room -> room.name().startsWith("@"))
            .map(Listed::userName)
            .toList();
  }

  @Test
  void inTheListOfRoomsAGuestWhoLeft() {
    Guest bob = hall.hello("Bob");
    ann.say(to(bob));
    assertEquals(List.of("Bob"), listed(ann));
    bob.end(Disconnect.PEER_LEFT);

    assertEquals(List.of("Bob"), listed(ann));
  }

  @Test
  void inTheListOfRoomsOneWhoWillNotReturnAndSaidSomething() {
    Guest bob = hall.settled();
    bob.say(new SetName("Bob", null));
    bob.say(to(ann));
    ann.say(to(bob));
    bob.end(Disconnect.PEER_LEFT);

    assertEquals(List.of("Bob"), listed(ann));
  }

  @Test
  void whoNeverHadANameOrIsNotRememberedIsAUserOfANumber() {
    Guest unnamed = hall.hello((String) null);
    Guest silent = hall.settled();
    silent.say(new SetName("Silent", null));
    ann.say(to(unnamed));
    ann.say(to(silent));
    unnamed.end(Disconnect.PEER_LEFT);
    silent.end(Disconnect.PEER_LEFT);

    assertEquals(List.of("User3", "User2"), listed(ann));
  }

  @Test
  void aNameThatIsSomebodyElsesByNowIsStillWhatOneWasCalledLast() {
    Guest bob = hall.hello("Bob");
    ann.say(to(bob));
    bob.end(Disconnect.PEER_LEFT);
    Guest other = hall.hello("Bob");
    ann.say(to(other));

    assertEquals(List.of("Bob", "Bob"), listed(ann));
  }

  @Test
  void inWhatOneMissed() {
    Guest bob = hall.hello("Bob");
    ann.say(to(bob));
    bob.end(Disconnect.PEER_LEFT);
    ann.end(Disconnect.PEER_GONE);
    hall.node.clock.pass(Duration.ofSeconds(1));
    Guest back = hall.resume(ann.token(), 0);

    assertEquals(
        List.of("Bob"),
        back.heard().stream()
            .filter(PrivateMessageSent.class::isInstance)
            .map(it -> ((PrivateMessageSent) it).toName())
            .toList());
  }

  @Test
  void whileThatCannotBeKnownTheListIsUnavailable() {
    Guest bob = hall.hello("Bob");
    ann.say(to(bob));
    bob.end(Disconnect.PEER_LEFT);
    ann.heard();
    hall.guests.setAway(true);
    ann.say(new GetRooms("r"));

    assertEquals(Failure.of(Refusals.unavailable().answering("r"), Hall.NOW), ann.heardOnly());
  }
}
