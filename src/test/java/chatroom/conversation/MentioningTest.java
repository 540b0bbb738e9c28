package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage;
import chatroom.wire.RoomMessage.Rooms;
import chatroom.wire.StoredMessage.Image;
import chatroom.wire.StoredMessage.Message;
import chatroom.wire.StoredMessage.PrivateMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is in a room can be named there, and that is told and counted. */
class MentioningTest {
  private static final int SMALL = 50;

  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final Guest ann = hall.hello("Ann");
  private final Guest bob = hall.hello("Bob");
  private final Guest eve = hall.hello("Eve");

  @BeforeEach
  void allHaveListened() {
    List.of(ann, bob, eve).forEach(Guest::heard);
  }

  private Message told(String text) {
    ann.say(text);
    return bob.heard().stream()
        .filter(Message.class::isInstance)
        .map(Message.class::cast)
        .filter(it -> it.content().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Integer mentions(Guest reader) {
    reader.heard();
    reader.say(new ClientMessage.GetRooms(null));
    return ((Rooms) reader.heardOnly()).content().get(0).mentions();
  }

  @Test
  void whoIsNamedIsToldAndCounted() {
    assertEquals(List.of(bob.id(), eve.id()), told("@Eve and @bob: hi").mentions());
    assertEquals(1, mentions(bob));
    assertEquals(1, mentions(eve));
    assertEquals(0, mentions(ann));
    assertNull(told("bob").mentions());
    assertEquals(1, mentions(bob));
  }

  @Test
  void whatStandsForAnImageNamesThem() {
    ann.say(new ClientMessage.Image("https://example.org/a.png", "@Bob", null, null, null));
    Image image = (Image) bob.heardOnly();

    assertEquals(List.of(bob.id()), image.mentions());
    assertEquals(1, mentions(bob));
  }

  @Test
  void whoIsHeldIsNamedAndWhoHasLeftIsNot() {
    String token = eve.token();
    eve.end(Disconnect.PEER_GONE);
    long id = eve.id();

    assertEquals(List.of(id), told("@Eve").mentions());
    assertEquals(1, mentions(hall.resume(token, 0)));
    Guest plain = hall.settled();
    assertEquals(List.of(plain.id()), told("@User" + plain.id()).mentions());
    plain.end(Disconnect.PEER_LEFT);
    assertNull(told("@User" + plain.id() + "!").mentions());
  }

  @Test
  void whoIsNotInTheRoomIsNotNamed() {
    eve.say(new ClientMessage.LeaveRoom("general", null));

    assertNull(told("@Eve").mentions());
    eve.say(new ClientMessage.JoinRoom("general", null));
    assertEquals(List.of(eve.id()), told("@Eve!").mentions());
  }

  @Test
  void thePresentNameCountsAndNoOther() {
    eve.say(new ClientMessage.SetName("Zoe", null));

    assertNull(told("@Eve").mentions());
    assertEquals(List.of(eve.id()), told("@zoe").mentions());
  }

  @Test
  void nobodyIsNamedInPrivate() {
    ann.say(new ClientMessage.PrivatePost("" + bob.id(), "@Bob @room", null, null));

    assertNull(((PrivateMessage) bob.heardOnly()).mentions());
  }

  @Test
  void whomOneIgnoresDoesNotNameOne() {
    bob.say(new ClientMessage.Ignore("" + ann.id(), true, null));
    told("@Bob @room");

    assertEquals(0, mentions(bob));
    assertEquals(1, mentions(eve));
  }

  @Test
  void anEditNamesNobodyAnewAndWhoWasNamedStaysSo() {
    Message message = told("@Bob");
    ann.say(new ClientMessage.Edit(message.id(), "@Eve", null));

    assertEquals(1, mentions(bob));
    assertEquals(0, mentions(eve));
    ann.say(new ClientMessage.Delete(message.id(), null));
    assertEquals(0, mentions(bob));
  }

  @Test
  void everybodyIsNamedInASmallRoomByAnyone() {
    for (int i = 3; i < SMALL; i++) {
      hall.enter();
    }
    assertEquals(true, told("@room").mentionsRoom());
    assertEquals(1, mentions(bob));
    assertEquals(0, mentions(ann));
    hall.enter();
    Message tooMany = told("@room, @Bob");
    assertNull(tooMany.mentionsRoom());
    assertEquals(List.of(bob.id()), tooMany.mentions());
    assertEquals(2, mentions(bob));
    assertEquals(1, mentions(eve));
  }

  @Test
  void everybodyIsNamedInALargeRoomByItsOwner() {
    ann.say(new ClientMessage.CreateRoom("den", null, null, null, null));
    Guest last = bob;
    for (int i = 0; i < SMALL; i++) {
      last = hall.settled();
      last.say(new ClientMessage.JoinRoom("den", null));
    }
    last.heard();
    ann.heard();
    ann.say("@room");
    assertEquals(true, ((Message) last.heardOnly()).mentionsRoom());
    last.say("@room");
    assertNull(((Message) ann.heardOnly()).mentionsRoom());
  }
}
