package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.delivery.Broadcaster;
import chatroom.room.Charters.Kept;
import chatroom.room.Code;
import chatroom.room.Lane;
import chatroom.room.Rejection;
import chatroom.room.RoomCharter;
import chatroom.room.RoomName;
import chatroom.room.RoomRights;
import chatroom.room.RoomTerms;
import chatroom.room.Timeline;
import chatroom.storage.MemoryMessageLog;
import chatroom.testing.ManualTimer;
import chatroom.testing.Node;
import chatroom.testing.PlainRoomNames;
import chatroom.testing.SlowCharters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rooms there are when the application starts, and which there may be then. */
class OpenRoomsTest {
  private final Node node = new Node();
  private final Lane lane = new Lane(Runnable::run, 10);

  private OpenRooms rooms(List<String> names, Kept... kept) {
    ManualTimer timer = new ManualTimer(lane);
    return new OpenRooms(
        names.stream().map(RoomName::new).toList(),
        List.of(kept),
        new RoomRights(new RoomTerms(true, 50)),
        new PlainRoomNames(),
        new RoomBook(new SlowCharters(), lane),
        (name, lastSeq) ->
            new OpenRoom(
                name,
                lane,
                new MemoryMessageLog(node.clock, any -> true),
                lastSeq,
                new Timeline(0),
                new Broadcaster(node.encoder, node.clock, node.terms),
                timer::after,
                node.clock,
                100));
  }

  private static Kept made(String name, boolean byInvitation, long lastSeq) {
    return new Kept(
        new RoomCharter(new RoomName(name), "", byInvitation, false, false, 7),
        Map.of(8L, true),
        lastSeq);
  }

  private static Kept ofSettings(String name) {
    return new Kept(RoomCharter.ofSettings(new RoomName(name)).withTopic("x"), Map.of(), 5);
  }

  private static List<String> names(Stream<OpenRoom> rooms) {
    return rooms.map(room -> room.name() + " " + room.lastSeq()).toList();
  }

  @Test
  void thoseOfTheSettingsComeFirstInTheirOrderThenThoseThatWereMadeByName() {
    OpenRooms rooms =
        rooms(
            List.of("random", "general"),
            made("z", false, 3),
            ofSettings("general"),
            made("a", false, 0));

    assertEquals(List.of("random 0", "general 5", "a 0", "z 3"), names(rooms.all()));
    assertEquals("x", rooms.rights().charter(RoomName.GENERAL).topic());
    assertEquals(
        List.of("general 5", "z 3"),
        names(rooms.named(List.of("z", "nowhere", "general")).stream()));
  }

  @Test
  void aPrivateRoomStaysPrivateAlsoIfTheSettingsNameIt() {
    OpenRooms rooms = rooms(List.of("general", "plans"), made("plans", true, 2));

    assertFalse(rooms.isKnown("plans", 6));
    assertTrue(rooms.isKnown("plans", 7));
    assertTrue(rooms.isKnown("plans", 8));
  }

  @Test
  void whatIsNoRoomOfTheSettingsAnyMoreIsReadByNobodyAndIsNotMadeAnew() {
    OpenRooms rooms = rooms(List.of("general"), ofSettings("dev"));

    assertFalse(rooms.isKnown("dev", 7));
    assertEquals(Code.ROOM_EXISTS, assertThrows(Rejection.class, () -> rooms.claim("dev")).code());
  }

  @Test
  void aNameIsTakenFromWhenItIsClaimedUntilItIsFreed() throws Rejection {
    OpenRooms rooms = rooms(List.of("general"));
    RoomName name = rooms.claim("Foo");

    for (String other : List.of("foo", "FOO", "fo0")) {
      assertEquals(
          Code.ROOM_EXISTS, assertThrows(Rejection.class, () -> rooms.claim(other)).code());
    }
    assertFalse(rooms.isKnown("foo", 7));
    rooms.free(name);
    assertEquals(name, rooms.claim("foo"));
  }

  @Test
  void thereAreNoMoreThanTenThousand() throws Rejection {
    OpenRooms rooms = rooms(List.of("general"));
    for (int room = 1; room < OpenRooms.MAX_ROOMS; room++) {
      rooms.claim("r" + "x".repeat(room % 2) + room);
    }

    assertEquals(
        Code.NOT_ALLOWED, assertThrows(Rejection.class, () -> rooms.claim("one-more")).code());
  }

  @Test
  void withoutGeneralThereIsNoChat() {
    assertThrows(IllegalArgumentException.class, () -> rooms(List.of("random")));
  }
}
