package chatroom.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoomNameTest {
  @Test
  void aPrivateChatIsTheSameRoomForBoth() {
    assertEquals(RoomName.between(3, 12), RoomName.between(12, 3));
  }

  @Test
  void twoPrivateChatsAreTwoRooms() {
    assertNotEquals(RoomName.between(1, 23), RoomName.between(12, 3));
    assertNotEquals(RoomName.between(1, 1), RoomName.between(1, 11));
  }

  @Test
  void eachCallsAPrivateChatAfterTheOther() {
    assertEquals("@12", RoomName.privateWith(12));
    assertTrue(RoomName.namesPrivateChat("@12"));
  }

  @Test
  void onlyPrivateChatsArePrivate() {
    assertTrue(RoomName.between(1, 2).isPrivate());
    assertFalse(RoomName.GENERAL.isPrivate());
    assertFalse(RoomName.namesPrivateChat("general"));
  }
}
