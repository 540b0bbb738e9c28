package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.RoomName;
import chatroom.wire.ChangeMessage.MessageDeleted;
import chatroom.wire.ClientMessage;
import chatroom.wire.ClientMessage.ArchiveRoom;
import chatroom.wire.ClientMessage.Auth;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.ClientMessage.Delete;
import chatroom.wire.ClientMessage.Edit;
import chatroom.wire.ClientMessage.GetHistory;
import chatroom.wire.ClientMessage.Image;
import chatroom.wire.ClientMessage.Invite;
import chatroom.wire.ClientMessage.MarkRead;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.ClientMessage.PrivatePost;
import chatroom.wire.ClientMessage.React;
import chatroom.wire.ClientMessage.Read;
import chatroom.wire.ClientMessage.Register;
import chatroom.wire.ClientMessage.SetName;
import chatroom.wire.ClientMessage.SetTopic;
import chatroom.wire.ClientMessage.Uninvite;
import chatroom.wire.ModerationMessage.Moderated;
import chatroom.wire.ModerationMessage.Muted;
import chatroom.wire.ModerationMessage.Unmuted;
import chatroom.wire.ServerMessage;
import chatroom.wire.SessionMessage.Failure;
import chatroom.wire.StoredMessage.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is muted hears all and says nothing. */
class MuteTest extends Court {
  @Test
  void theUserHearsForHowLongAndWhyAndTheRoomToo() {
    Guest second = signedIn("Ann");
    second.heard();
    hush();
    moderator.say(mute(member, 60L));

    for (Guest line : List.of(member, second)) {
      List<ServerMessage> heard = line.heard();
      assertEquals(new Muted.Silence(Hall.NOW + 60, "spam"), ((Muted) heard.get(0)).content());
      assertFalse(line.client.hasLeft());
    }
    assertEquals("Ann was muted for 1 minute: spam", notice(witness.heard()));
    Moderated done =
        (Moderated)
            moderator.heard().stream().filter(Moderated.class::isInstance).findFirst().get();
    assertEquals(
        new Moderated.Deed("mute", member.id(), "Ann", Hall.NOW + 60, null, "spam"),
        done.content());
  }

  @Test
  void nothingIsSaidByWhoeverIsMuted() {
    guest.say(new Post("before", null, "own", null));
    witness.say("hers");
    guest.say(new CreateRoom("bobs", null, true, null, null));
    moderator.say(mute(guest, 60L));
    for (ClientMessage said :
        List.of(
            new Post("x", null, "r", null),
            new Image("https://example.org/x.png", null, null, "r", null),
            new PrivatePost(id(witness), "x", "r", null),
            new Edit(1L, "x", "r"),
            new React(2L, "👍", true, "r"),
            new SetName("Bert", "r"),
            new Register("Bert", PASSWORD, null, "r"),
            new Read(2L, "r"),
            new ClientMessage.Type(true, null, null, "r"),
            new SetTopic("general", "x", "r"),
            new CreateRoom("other", "x", null, null, "r"),
            new ArchiveRoom("bobs", true, "r"),
            new Invite("bobs", id(witness), null, "r"),
            new Uninvite("bobs", id(witness), "r"))) {
      refused("muted", guest, said);
    }
  }

  @Test
  void whatIsNoSpeechGoesOn() {
    guest.say(new Post("before", null, null, null));
    moderator.say(mute(guest, 60L));
    hush();
    guest.say(new GetHistory("general", null, null, null, null));
    guest.say(new MarkRead("general", 1L, null));
    guest.say(new Delete(1L, null));
    witness.say("hello");

    assertEquals(
        List.of("History", "MarkedRead", "MessageDeleted", "Message"), types(guest.heard()));
    assertTrue(witness.heard().get(0) instanceof MessageDeleted);
  }

  @Test
  void itEndsByTheClock() {
    moderator.say(mute(guest, null));
    hush();
    hall.node.clock.pass(Duration.ofMinutes(10).minusMillis(1));
    guest.say("too early");
    Failure failure = (Failure) guest.heardOnly();
    assertEquals("muted", failure.content().code());
    assertEquals(1L, failure.content().retryAfterMs());
    hall.node.clock.pass(Duration.ofMillis(1));
    guest.say("now");
    assertEquals("now", ((Message) witness.heardOnly()).content());
  }

  @Test
  void itEndsWhenItIsLifted() {
    moderator.say(mute(guest, 60L));
    hush();
    moderator.say(unmute(guest));
    assertTrue(guest.heard().get(0) instanceof Unmuted);
    assertEquals("Bob may speak again", notice(witness.heard()));
    guest.say("now");
    assertEquals("now", ((Message) witness.heardOnly()).content());
  }

  @Test
  void itHoldsOverAReturnAndForWhoComesToAnAccount() {
    String token = guest.token();
    moderator.say(mute(guest, 60L));
    guest.end(Disconnect.PEER_LEFT);
    hush();
    Guest again = hall.resume(token, 0);
    hush();
    again.heard();
    again.say("x");
    assertEquals("muted", code(again.heardOnly()));
    assertEquals(List.of(), witness.heard());
  }

  @Test
  void whoComesBackOrSignsInHearsForHowLongAndWhy() {
    moderator.say(mute(member, 60L));
    Guest back = hall.resume(member.token(), 0);
    assertEquals(List.of("Welcome", "Muted"), types(back.heard()).subList(0, 2));
    Guest other = hall.settled();
    other.say(new Auth("Ann", PASSWORD, "a"));
    List<ServerMessage> heard = other.heard();
    assertEquals(List.of("AuthSuccess", "Muted"), types(heard).subList(0, 2));
    assertEquals(new Muted.Silence(Hall.NOW + 60, "spam"), ((Muted) heard.get(1)).content());
    moderator.say(unmute(member));
    assertFalse(types(hall.resume(member.token(), 0).heard()).contains("Muted"));
    assertFalse(types(witness.heard()).contains("Muted"));
  }

  @Test
  void whoIsAwayIsMutedToo() {
    member.end(Disconnect.PEER_LEFT);
    hush();
    moderator.say(mute(member, 60L));
    assertEquals(List.of("Moderated"), types(moderator.heard()));
    Guest again = signedIn("Ann");
    hush();
    again.heard();
    again.say("x");
    assertEquals("muted", code(again.heardOnly()));
  }

  @Test
  void nothingIsUploadedBySomebodyMuted() {
    var access =
        new PresentAccess(hall.chat.rooms(), hall.directory, hall.chat.oversight().discipline());
    assertTrue(access.mayWrite(guest.id(), RoomName.GENERAL));
    moderator.say(mute(guest, 60L));
    assertFalse(access.mayWrite(guest.id(), RoomName.GENERAL));
    assertTrue(access.mayRead(guest.id(), RoomName.GENERAL));
    moderator.say(ban(guest, 60L));
    assertFalse(access.mayRead(guest.id(), RoomName.GENERAL));
  }
}
