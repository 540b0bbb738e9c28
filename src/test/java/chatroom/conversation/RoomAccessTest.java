package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.room.RoomAccess;
import chatroom.room.RoomName;
import chatroom.wire.ClientMessage.ArchiveRoom;
import chatroom.wire.ClientMessage.CreateRoom;
import chatroom.wire.ClientMessage.Invite;
import org.junit.jupiter.api.Test;

class RoomAccessTest {
  private static final RoomName NEWS = new RoomName("news");

  private final Hall hall = new Hall(Hall.UNHURRIED);
  private final RoomAccess access =
      new PresentAccess(hall.chat.rooms(), hall.directory, hall.chat.oversight().discipline());

  @Test
  void anOpenRoomIsReadAndWrittenInByAll() {
    assertTrue(access.mayRead(7, RoomName.GENERAL));
    assertTrue(access.mayWrite(7, RoomName.GENERAL));
  }

  @Test
  void aPrivateChatIsReadByItsTwo() {
    RoomName chat = RoomName.between(7, 12);
    assertTrue(access.mayRead(7, chat));
    assertTrue(access.mayRead(12, chat));
    assertFalse(access.mayRead(1, chat));
    assertFalse(access.mayRead(2, chat));
  }

  @Test
  void aPrivateChatIsWrittenInWhileTheOtherIsThere() {
    Guest ann = hall.settled();
    Guest bob = hall.settled();
    RoomName chat = RoomName.between(ann.id(), bob.id());

    assertTrue(access.mayWrite(ann.id(), chat));
    assertFalse(access.mayWrite(bob.id() + 1, chat));
    assertFalse(access.mayWrite(ann.id(), RoomName.between(ann.id(), bob.id() + 1)));
    bob.end(Disconnect.PEER_GONE);
    assertFalse(access.mayWrite(ann.id(), chat));
  }

  @Test
  void inARoomForAnnouncementsWritesWhoWasAllowedTo() {
    Guest ann = hall.settled();
    Guest bob = hall.settled();
    ann.say(new CreateRoom("news", null, null, true, null));

    assertTrue(access.mayWrite(ann.id(), NEWS));
    assertTrue(access.mayRead(bob.id(), NEWS));
    assertFalse(access.mayWrite(bob.id(), NEWS));
    ann.say(new Invite("news", "" + bob.id(), true, null));
    assertTrue(access.mayWrite(bob.id(), NEWS));
    ann.say(new ArchiveRoom("news", true, null));
    assertFalse(access.mayWrite(ann.id(), NEWS));
    assertTrue(access.mayRead(ann.id(), NEWS));
  }

  @Test
  void aPrivateRoomIsNotWrittenInByWhoMayNotReadIt() {
    Guest ann = hall.settled();
    ann.say(new CreateRoom("news", null, true, null, null));
    assertTrue(access.mayWrite(ann.id(), NEWS));
    assertFalse(access.mayWrite(ann.id() + 1, NEWS));
  }

  @Test
  void whatDoesNotExistIsReadAndWrittenInByNobody() {
    assertFalse(access.mayRead(7, new RoomName("nowhere")));
    assertFalse(access.mayWrite(7, new RoomName("nowhere")));
  }
}
