package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.Role;
import chatroom.wire.ClientMessage.GetHistory;
import chatroom.wire.ClientMessage.GetRooms;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.Ignore;
import chatroom.wire.ClientMessage.Image;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.ServerMessage;
import chatroom.wire.StoredMessage.History;
import chatroom.wire.StoredMessage.PrivateMessage;
import chatroom.wire.StoredMessage.PrivateMessageSent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who has an account can be written to while away, and finds it on return; a guest cannot. */
class WritingToTheAwayTest extends Court {
  private static PrivatePost whisper(Guest to, String text) {
    return new PrivatePost(id(to), text, text, null);
  }

  private static Optional<Rooms.Listed> chatWith(Guest other, Guest reader) {
    reader.heard();
    reader.say(new GetRooms(null));
    return ((Rooms) reader.heardOnly())
        .content().stream().filter(it -> it.name().equals("@" + other.id())).findAny();
  }

  @Test
  void itIsStoredInOrderAndUnreadOnReturn() {
    member.end(Disconnect.PEER_LEFT);
    guest.say(whisper(member, "zero"));
    hush();
    guest.say(whisper(member, "one"));
    List<ServerMessage> heard = guest.heard();
    assertEquals(List.of("PrivateMessageSent", "Ack"), types(heard));
    assertEquals("Ann", ((PrivateMessageSent) heard.get(0)).toName());
    guest.say(new Image("https://example.org/x.png", null, "@" + member.id(), null, null));
    assertEquals(List.of(), witness.heard());

    Guest back = signedIn("Ann");
    assertEquals(
        List.of("zero", "one"),
        back.heard().stream()
            .filter(PrivateMessage.class::isInstance)
            .map(it -> ((PrivateMessage) it).content())
            .toList());
    assertEquals(3, chatWith(guest, back).orElseThrow().unread());
    back.say(new GetHistory("@" + guest.id(), null, null, null, null));
    assertEquals(3, ((History) back.heardOnly()).content().size());
    guest.say(whisper(member, "two"));
    assertEquals(List.of("PrivateMessage"), types(back.heard()));
  }

  @Test
  void itIsToldToWhoComesBackByATokenAfterTheTimeThatALineIsHeld() {
    String token = member.token();
    member.end(Disconnect.PEER_GONE);
    hall.timer.pass(Hall.WINDOW);
    assertTrue(hall.directory.find(member.id()).isEmpty());
    guest.say(whisper(member, "one"));
    Guest back = hall.resume(token, 0);
    assertEquals(1, back.heard().stream().filter(PrivateMessage.class::isInstance).count());
  }

  @Test
  void whoIsIgnoredLearnsNothingOfIt() {
    member.say(new Ignore(id(guest), true, null));
    member.end(Disconnect.PEER_LEFT);
    hush();
    guest.say(whisper(member, "one"));
    assertEquals(List.of("PrivateMessageSent", "Ack"), types(guest.heard()));
    assertEquals(0, chatWith(guest, signedIn("Ann")).orElseThrow().unread());
  }

  @Test
  void whoIsVouchedForIsWrittenToAsWell() {
    Entrance entrance = new Entrance(Optional.of(new Login("alice", Role.MEMBER)), false);
    Guest alice = hall.enter(entrance);
    alice.end(Disconnect.PEER_LEFT);
    hush();
    guest.say(whisper(alice, "one"));
    assertEquals(List.of("PrivateMessageSent", "Ack"), types(guest.heard()));
    Guest back = hall.hello(entrance, new Hello(null, null, null, null, null, null, null, null));
    assertEquals(1, chatWith(guest, back).orElseThrow().unread());
  }

  @Test
  void aGuestWhoHasGoneIsNotFoundNorIsNobody() {
    witness.end(Disconnect.PEER_LEFT);
    hush();
    for (String nobody : List.of(id(witness), "999999", "0", "-1", "x")) {
      refused("user_not_found", guest, new PrivatePost(nobody, "one", "r", null));
    }
  }
}
