package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ann's private room, which Bob is invited into; Ann speaks plainly and Bob chat.v1. */
final class PrivateRoomsIT {
  @RegisterExtension
  static final RunningChat CHAT = RunningChat.unhurried("resume-window-seconds", "60");

  private static final AtomicInteger MADE = new AtomicInteger();

  private final String room = "private-" + MADE.incrementAndGet();
  private TestClient ann;
  private TestClient bob;

  @BeforeEach
  void annMakesARoom() {
    ann = CHAT.join("Ann");
    bob = CHAT.silent().hello("name", "Bob", "rooms", rooms("general"));
    bob.expect("users");
    bob.expect("history");
    ann.expect("join");
    ann.send("create_room", "room", room, "topic", "ours", "private", true);
    assertTrue(content(ann.expect("room_created")).getBoolean("private"));
    greeted(ann);
  }

  private static JsonObject rooms(String... names) {
    var rooms = Json.createObjectBuilder();
    List.of(names).forEach(name -> rooms.add(name, 0));
    return rooms.build();
  }

  private void greeted(TestClient who) {
    who.expect("room_joined");
    who.expect("users");
    assertEquals(room, who.expect("history").getString("room"));
  }

  private void invite() {
    ann.send("invite", "room", room, "to_id", bob.id(), "ref", "i");
    JsonObject added = ann.expect("member_added");
    assertEquals("i", added.getString("ref"));
    assertEquals("Bob", content(added).getString("user_name"));
    assertTrue(content(added).getBoolean("may_write"));
    JsonObject invited = bob.expect("invited");
    assertEquals(room, invited.getString("room"));
    assertEquals(
        Json.createObjectBuilder()
            .add("room", room)
            .add("by_id", ann.id())
            .add("by_name", "Ann")
            .add("topic", "ours")
            .build(),
        content(invited));
  }

  private void bobComesIn() {
    invite();
    bob.send("join_room", "room", room);
    greeted(bob);
    ann.expect("join");
  }

  private boolean isListed(TestClient who) {
    return list(who.ask("get_rooms", "rooms")).stream()
        .anyMatch(it -> it.getString("name").equals(room));
  }

  private void assertUnknownTo(TestClient who) {
    who.send("join_room", "room", room);
    who.expectError("room_not_found");
    who.send("get_history", "room", room);
    who.expectError("room_not_found");
    assertFalse(isListed(who));
  }

  @Test
  void nobodyKnowsOfItBeforeTheyAreInvited() {
    assertUnknownTo(bob);
    invite();
    assertTrue(isListed(bob));
    bob.send("join_room", "room", room);
    greeted(bob);
    ann.expect("join");
    ann.send("message", "room", room, "content", "welcome");
    assertEquals("welcome", bob.expect("message").getString("content"));
    bob.say("thanks");
    assertEquals(room, ann.expect("message").getString("room"));
  }

  @Test
  void theOthersThereAreToldWhoIsInvited() {
    bobComesIn();
    TestClient eve = CHAT.join("Eve");
    ann.send("invite", "room", room, "to_id", eve.id());
    ann.expect("member_added");
    JsonObject told = bob.expect("member_added");
    assertEquals(room, told.getString("room"));
    assertEquals("Eve", content(told).getString("user_name"));
    assertFalse(told.containsKey("ref"));
    eve.expect("invited");
    eve.expectNothing();
  }

  @Test
  void whoIsInvitedNoMoreIsOutAtOnceAndHearsNothingMore() {
    bobComesIn();
    ann.send("uninvite", "room", room, "to_id", bob.id(), "ref", "u");
    JsonObject removed = ann.expect("member_removed");
    assertEquals("u", removed.getString("ref"));
    assertEquals(bob.id(), content(removed).getInt("user_id"));
    assertEquals(room, ann.expect("leave").getString("room"));
    assertEquals(bob.id(), content(bob.expect("member_removed")).getInt("user_id"));
    JsonObject left = bob.expect("room_left");
    assertEquals(room, left.getString("room"));
    assertFalse(left.containsKey("ref"));
    ann.send("message", "room", room, "content", "alone");
    ann.send("set_topic", "room", room, "topic", "mine");
    ann.expect("room_topic");
    bob.expectNothing();
    assertUnknownTo(bob);
    bob.send("message", "room", room, "content", "still there?");
    bob.expectError("room_not_found");
    ann.expectNothing();
  }

  @Test
  void whoWasInvitedMayDeclineAndTheOwnerCannotBePutOut() {
    bobComesIn();
    bob.send("uninvite", "room", room, "to_id", ann.id());
    bob.expectError("not_allowed");
    bob.send("invite", "room", room, "to_id", bob.id());
    bob.expectError("not_allowed");
    ann.send("uninvite", "room", room, "to_id", ann.id());
    ann.expectError("user_not_found");
    ann.send("invite", "room", room, "to_id", ann.id());
    ann.expectError("not_allowed");
    bob.send("uninvite", "room", room, "to_id", bob.id(), "ref", "u");
    assertEquals("u", bob.expect("member_removed").getString("ref"));
    assertEquals(room, bob.expect("room_left").getString("room"));
    ann.expect("member_removed");
    ann.expect("leave");
    assertUnknownTo(bob);
  }

  @Test
  void whoIsNotHereCannotBeInvited() {
    for (Object id : List.of(99_999, "nobody", "", "1e1", "-1", "@" + bob.id())) {
      ann.send("invite", "room", room, "to_id", id, "ref", "r");
      assertEquals("r", ann.expectError("user_not_found").getString("ref"));
      ann.send("uninvite", "room", room, "to_id", id, "ref", "r");
      assertEquals("r", ann.expectError("user_not_found").getString("ref"));
    }
    ann.send("invite", "room", room);
    ann.expectError("user_not_found");
    ann.send("invite", "room", room, "to_id", bob.id(), "may_write", "yes");
    ann.expectError("invalid_format");
    bob.expectNothing();
    ann.expectNothing();
  }

  @Test
  void goingOutEndsNoMembership() {
    bobComesIn();
    bob.ask("leave_room", "room_left", "room", room);
    ann.expect("leave");
    assertTrue(isListed(bob));
    bob.send("join_room", "room", room);
    greeted(bob);
    ann.expect("join");
  }

  @Test
  void whoComesBackInTimeIsStillInAndMissesNothing() {
    bobComesIn();
    bob.abort();
    ann.send("message", "room", room, "content", "missed");
    TestClient back =
        CHAT.silent().hello("resume_token", bob.token(), "rooms", rooms("general", room));
    JsonObject missed = back.await("message");
    assertEquals("missed", missed.getString("content"));
    assertEquals(room, missed.getString("room"));
    ann.expectNothing();
    back.expectNothing();
  }

  @Test
  void whoseInvitationEndedMeanwhileIsToldThatThereIsNoSuchRoom() {
    bobComesIn();
    bob.abort();
    ann.send("uninvite", "room", room, "to_id", bob.id());
    ann.expect("member_removed");
    ann.expect("leave");
    ann.send("message", "room", room, "content", "alone");
    TestClient back =
        CHAT.silent().hello("resume_token", bob.token(), "rooms", rooms("general", room));
    assertEquals("general", back.expect("users").getString("room"));
    back.expectError("room_not_found");
    back.expectNothing();
    ann.expectNothing();
  }

  @Test
  void anArchivedPrivateRoomIsSeenByNobodyElse() {
    bobComesIn();
    ann.send("archive_room", "room", room, "archived", true);
    ann.expect("room_archived");
    bob.expect("room_archived");
    TestClient eve = CHAT.join();
    assertUnknownTo(eve);
    bob.send("message", "room", room, "content", "x");
    bob.expectError("not_allowed");
  }
}
