package chatroom.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.conversation.Hall.Guest;
import chatroom.delivery.Disconnect;
import chatroom.wire.ClientMessage.GetHistory;
import chatroom.wire.ClientMessage.GetRooms;
import chatroom.wire.ClientMessage.Hello;
import chatroom.wire.ClientMessage.JoinRoom;
import chatroom.wire.ClientMessage.Post;
import chatroom.wire.HouseAct.Report;
import chatroom.wire.OfficialAct.SetRole;
import chatroom.wire.RoomMessage.RoomJoined;
import chatroom.wire.RoomMessage.RoomLeft;
import chatroom.wire.ServerMessage;
import chatroom.wire.StoredMessage.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** With the role one is in the room of the moderators at once, and without it out of it. */
class ModeratorsRoomTest extends Court {
  private static final String ROOM = "moderators";

  private void makeMember(String role) {
    admin.say(new SetRole(null, "Ann", role, null, "r"));
  }

  private void report() {
    witness.say(new Report(1L, null, null));
  }

  private void reported() {
    guest.say("bad");
    report();
    hush();
  }

  private static long joined(List<ServerMessage> heard) {
    return heard.stream()
        .filter(it -> it instanceof RoomJoined joined && joined.room().equals(ROOM))
        .count();
  }

  private static long left(List<ServerMessage> heard) {
    return heard.stream()
        .filter(it -> it instanceof RoomLeft left && left.room().equals(ROOM))
        .count();
  }

  private static long reports(List<ServerMessage> heard) {
    return heard.stream()
        .filter(it -> it instanceof Message said && ROOM.equals(said.room()))
        .count();
  }

  private boolean isListed(Guest who) {
    who.heard();
    who.say(new GetRooms(null));
    return who.heardOnly().toString().contains(ROOM);
  }

  private Guest back(Map<String, Long> rooms) {
    return hall.hello(new Hello(null, null, rooms, member.token(), null, null, null, null));
  }

  @Test
  void whoBecomesAModeratorIsThereAtOnceOnAllConnections() {
    reported();
    Guest second = signedIn("Ann");
    hush();
    second.heard();
    makeMember("moderator");

    for (Guest line : List.of(member, second)) {
      List<ServerMessage> heard = line.heard();
      assertEquals(1, joined(heard), types(heard)::toString);
      assertEquals(1, types(heard).stream().filter("History"::equals).count());
      assertTrue(isListed(line));
    }
    assertTrue(types(admin.heard()).contains("Join"));
    assertFalse(types(witness.heard()).contains("Join"));
    report();
    assertEquals(1, reports(member.heard()));
    assertEquals(1, reports(second.heard()));
    member.say(new Post("where am I", null, null, null));
    assertTrue(types(witness.heard()).contains("Message"), "what names no room goes where it did");
  }

  @Test
  void whoIsNoneAnyMoreIsOutAtOnceOnAllConnections() {
    reported();
    makeMember("moderator");
    Guest second = signedIn("Ann");
    second.heard();
    hush();
    makeMember("member");

    for (Guest line : List.of(member, second)) {
      assertEquals(1, left(line.heard()));
      assertFalse(isListed(line));
    }
    report();
    for (Guest line : List.of(member, second)) {
      assertEquals(List.of(), line.heard());
    }
    refused("room_not_found", member, new JoinRoom(ROOM, "r"));
    refused("room_not_found", member, new GetHistory(ROOM, null, null, null, "r"));
    refused("room_not_found", member, new Post("hi", ROOM, "r", null));
  }

  @Test
  void whoBecameOneWhileTheLineWasLostIsThereOnReturn() {
    reported();
    member.end(Disconnect.PEER_GONE);
    makeMember("moderator");
    report();
    List<ServerMessage> heard = back(Map.of("general", 1L)).heard();
    assertEquals(1, joined(heard), types(heard)::toString);
    report();
  }

  @Test
  void whoWasOneUntilTheLineWasLostIsNotThereOnReturn() {
    reported();
    makeMember("moderator");
    hush();
    member.end(Disconnect.PEER_GONE);
    makeMember("member");
    report();
    Guest back = back(Map.of("general", 1L, ROOM, 1L));
    List<ServerMessage> heard = back.heard();
    assertFalse(heard.toString().contains(ROOM), heard::toString);
    report();
    assertEquals(List.of(), back.heard());
    assertFalse(isListed(back));
  }

  @Test
  void whoComesBackAsOneHearsWhatWasReportedMeanwhile() {
    reported();
    makeMember("moderator");
    hush();
    member.end(Disconnect.PEER_GONE);
    report();
    assertEquals(1, reports(back(Map.of("general", 1L, ROOM, 1L)).heard()));
  }

  @Test
  void whoseRoleEndedWhileAwayIsNotThereOnReturn() {
    reported();
    makeMember("moderator");
    member.end(Disconnect.PEER_LEFT);
    makeMember("member");
    Guest back = signedIn("Ann");
    assertEquals(0, joined(back.heard()));
    assertFalse(isListed(back));
  }
}
