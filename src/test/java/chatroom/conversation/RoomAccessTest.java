package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.room.RoomAccess;
import chatroom.room.RoomName;
import org.junit.jupiter.api.Test;

class RoomAccessTest {
  private final RoomAccess access = new Hall().chat.rooms();

  @Test
  void anOpenRoomIsReadByAll() {
    assertTrue(access.mayRead(7, RoomName.GENERAL));
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
  void whatDoesNotExistIsReadByNobody() {
    assertFalse(access.mayRead(7, new RoomName("nowhere")));
  }
}
