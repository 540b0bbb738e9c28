package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms that people make: open ones, and those for announcements. */
final class MadeRoomsIT extends TwoInTheRoom {
  private static final AtomicInteger MADE = new AtomicInteger();

  private final String room = "room-" + MADE.incrementAndGet();

  /** Takes what it is like in a room that was just made or joined. */
  private static void greeted(TestClient who, String room) {
    assertEquals(room, who.expect("room_joined").getString("room"));
    assertEquals(room, who.expect("users").getString("room"));
    assertEquals(room, who.expect("history").getString("room"));
  }

  private static JsonObject make(TestClient who, Object... fields) {
    JsonObject made = who.ask("create_room", "room_created", fields);
    greeted(who, made.getString("room"));
    return made;
  }

  private static void join(TestClient who, String room) {
    who.send("join_room", "room", room);
    greeted(who, room);
  }

  /** What the list says of the room. */
  private static JsonObject listed(TestClient who, String room) {
    return list(who.ask("get_rooms", "rooms")).stream()
        .filter(it -> it.getString("name").equals(room))
        .findAny()
        .orElse(JsonObject.EMPTY_JSON_OBJECT);
  }

  private void refusedWithRef(TestClient who, String code, String type, Object... fields) {
    who.send(type, fields);
    assertEquals("r", who.expectError(code).getString("ref"));
  }

  @Test
  void whoMakesARoomOwnsItAndIsInItAtOnce() {
    JsonObject made = make(mallory, "room", room, "topic", " What we do ", "ref", "r");
    assertEquals("r", made.getString("ref"));
    assertEquals(
        Json.createObjectBuilder()
            .add("name", room)
            .add("topic", "What we do")
            .add("private", false)
            .add("announcement", false)
            .add("owner_id", mallory.id())
            .build(),
        content(made));
    witness.expectNothing();
    JsonObject seen = listed(witness, room);
    assertEquals("What we do", seen.getString("topic"));
    assertEquals(1, seen.getInt("users_online"));
    assertEquals(mallory.id(), seen.getJsonNumber("owner_id").longValueExact());
    assertFalse(seen.getBoolean("joined"));
    assertTrue(seen.getBoolean("may_write"));
    assertFalse(seen.containsKey("private"));
    assertTrue(listed(mallory, room).getBoolean("joined"));
    join(witness, room);
    mallory.expect("join");
    witness.say("in the new room");
    assertEquals(room, mallory.expect("message").getString("room"));
  }

  @Test
  void aClientOfChatV1HearsThatThereAreOtherRoomsAndOfNoneOfThem() {
    TestClient alice = CHAT.silent().hello("rooms", Json.createObjectBuilder().build());
    make(mallory, "room", room);
    JsonObject news = TestClient.parse(alice.takeText());
    assertEquals("rooms_changed", news.getString("type"));
    assertEquals(Set.of("type", "timestamp"), news.keySet());
    assertEquals(room, listed(alice, room).getString("name"));
    witness.expectNothing();
  }

  @Test
  void aClientOfChatV1MakesRoomsToo() {
    TestClient alice = CHAT.silent().hello("rooms", Json.createObjectBuilder().build());
    make(alice, "room", room.toUpperCase(Locale.ROOT));
    join(mallory, room);
    alice.expect("join");
    mallory.say("hello");
    assertEquals("hello", alice.expect("message").getString("content"));
    witness.expectNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\"@7\"",
        "\"a b\"",
        "\"a.b\"",
        "\"<b>\"",
        "\"../x\"",
        "\"\\u202ex\"",
        "\"\\ud83d\\ude00\"",
      })
  void whatIsNoNameMakesNoRoom(String name) {
    JsonObject error =
        refused("invalid_room", "{\"type\":\"create_room\",\"room\":" + name + ",\"ref\":\"r\"}");
    assertEquals("r", error.getString("ref"));
  }

  @Test
  void aNameIsUniqueByItsLook() {
    make(mallory, "room", room);
    for (String name : List.of(room, "General", "gener\u0430l", "rand0m")) {
      refused("room_exists", "{\"type\":\"create_room\",\"room\":\"" + name + "\"}", "general");
    }
  }

  @Test
  void aWrongFieldOrTopicMakesNoRoom() {
    String begin = "{\"type\":\"create_room\",\"room\":\"" + room + "\",";
    for (String field :
        List.of(
            "\"topic\":7",
            "\"private\":\"yes\"",
            "\"private\":1",
            "\"announcement\":[]",
            "\"ref\":{}")) {
      refused("invalid_format", begin + field + "}");
    }
    for (String topic : List.of("a\\nb", "a\\u0000", "\\u202e", "x".repeat(251))) {
      refused("invalid_room", begin + "\"topic\":\"" + topic + "\"}");
    }
    assertTrue(listed(mallory, room).isEmpty());
  }

  @Test
  void theOwnerSaysWhatTheRoomIsAboutAndNobodyElse() {
    make(mallory, "room", room);
    join(witness, room);
    mallory.expect("join");
    refusedWithRef(witness, "not_allowed", "set_topic", "room", room, "topic", "mine", "ref", "r");
    mallory.send("set_topic", "room", room, "topic", "ours", "ref", "r");
    JsonObject told = mallory.expect("room_topic");
    assertEquals("r", told.getString("ref"));
    JsonObject heard = witness.expect("room_topic");
    assertFalse(heard.containsKey("ref"));
    assertEquals(room, heard.getString("room"));
    assertEquals(mallory.id(), heard.getJsonNumber("from_id").longValueExact());
    assertEquals(mallory.name(), heard.getString("from_name"));
    assertEquals("ours", content(heard).getString("topic"));
    assertEquals("ours", listed(witness, room).getString("topic"));
    mallory.expectNothing();
  }

  @Test
  void inARoomOfTheSettingsWhoeverIsInItSaysWhatItIsAbout() {
    mallory.send("set_topic", "room", "general", "topic", "all");
    mallory.expect("room_topic");
    assertEquals("all", content(witness.expect("room_topic")).getString("topic"));
    mallory.send("set_topic", "room", "general", "topic", "");
    mallory.expect("room_topic");
    assertEquals("", content(witness.expect("room_topic")).getString("topic"));
    refused("not_in_room", "{\"type\":\"set_topic\",\"room\":\"random\",\"topic\":\"x\"}");
    refused("room_not_found", "{\"type\":\"set_topic\",\"room\":\"nowhere\",\"topic\":\"x\"}");
    refused("room_not_found", "{\"type\":\"set_topic\",\"room\":\"@1\",\"topic\":\"x\"}");
    refused("invalid_format", "{\"type\":\"set_topic\",\"room\":\"general\"}");
    refused("invalid_room", "{\"type\":\"set_topic\",\"topic\":\"a\\tb\"}");
  }

  @Test
  void inAnArchivedRoomNothingIsWrittenAndAllIsRead() {
    make(mallory, "room", room);
    mallory.send("message", "room", room, "content", "kept", "ref", "m");
    mallory.expect("ack");
    join(witness, room);
    mallory.expect("join");
    mallory.send("archive_room", "room", room, "archived", true, "ref", "r");
    assertEquals("r", mallory.expect("room_archived").getString("ref"));
    JsonObject heard = witness.expect("room_archived");
    assertEquals(room, heard.getString("room"));
    assertTrue(content(heard).getBoolean("archived"));
    for (TestClient who : List.of(mallory, witness)) {
      refusedWithRef(who, "not_allowed", "message", "room", room, "content", "x", "ref", "r");
      refusedWithRef(who, "not_allowed", "typing", "room", room, "is_typing", true, "ref", "r");
      assertTrue(listed(who, room).getBoolean("archived"));
      assertFalse(listed(who, room).getBoolean("may_write"));
      assertEquals(1, list(who.ask("get_history", "history", "room", room)).size());
    }
    refusedWithRef(mallory, "not_allowed", "set_topic", "room", room, "topic", "x", "ref", "r");
    witness.ask("leave_room", "room_left", "room", room);
    mallory.expect("leave");
    assertTrue(listed(witness, room).isEmpty());
    join(witness, room);
    mallory.expect("join");
    mallory.send("archive_room", "room", room, "archived", false);
    mallory.expect("room_archived");
    assertFalse(content(witness.expect("room_archived")).getBoolean("archived"));
    witness.send("message", "room", room, "content", "again");
    assertEquals("again", mallory.expect("message").getString("content"));
  }

  @Test
  void onlyTheOwnerArchives() {
    make(witness, "room", room);
    String frame = "{\"type\":\"archive_room\",\"room\":\"%s\",\"archived\":true}";
    for (String name : List.of(room, "general", "random")) {
      refused("not_allowed", frame.formatted(name));
    }
    refused("room_not_found", frame.formatted("nowhere"));
    refused("room_not_found", frame.formatted("@" + witness.id()));
    refused("invalid_format", "{\"type\":\"archive_room\",\"room\":\"" + room + "\"}");
    refused("invalid_format", frame.formatted(room).replace("true", "\"true\""));
    assertFalse(listed(witness, room).containsKey("archived"));
  }

  @Test
  void inARoomForAnnouncementsFewWrite() {
    make(mallory, "room", room, "announcement", true);
    join(witness, room);
    mallory.expect("join");
    assertTrue(listed(witness, room).getBoolean("announcement"));
    assertFalse(listed(witness, room).getBoolean("may_write"));
    refusedWithRef(witness, "not_allowed", "message", "room", room, "content", "x", "ref", "r");
    mallory.send("message", "room", room, "content", "hear");
    assertEquals("hear", witness.expect("message").getString("content"));
    mallory.send("invite", "room", room, "to_id", witness.id(), "may_write", true, "ref", "r");
    JsonObject added = mallory.expect("member_added");
    assertEquals("r", added.getString("ref"));
    assertEquals(
        Json.createObjectBuilder()
            .add("user_id", witness.id())
            .add("user_name", witness.name())
            .add("may_write", true)
            .build(),
        content(added));
    assertFalse(witness.expect("member_added").containsKey("ref"));
    assertEquals(mallory.id(), content(witness.expect("invited")).getInt("by_id"));
    assertTrue(listed(witness, room).getBoolean("may_write"));
    witness.send("message", "room", room, "content", "thanks");
    assertEquals("thanks", mallory.expect("message").getString("content"));
    mallory.send("uninvite", "room", room, "to_id", witness.id());
    assertEquals(witness.id(), content(mallory.expect("member_removed")).getInt("user_id"));
    witness.expect("member_removed");
    refusedWithRef(witness, "not_allowed", "message", "room", room, "content", "x", "ref", "r");
    witness.expectNothing();
  }

  @Test
  void intoAnOpenRoomNobodyNeedsToBeInvited() {
    make(mallory, "room", room);
    String frame = "{\"type\":\"invite\",\"room\":\"%s\",\"to_id\":" + witness.id() + "}";
    refused("not_allowed", frame.formatted(room), "general");
    refused("not_allowed", frame.formatted("general"), "general");
    make(mallory, "room", room + "b", "announcement", true);
    refused("not_allowed", frame.formatted(room + "b"), "general");
  }

  /** As the other one, for somebody who has another room as the last one. */
  private void refused(String code, String frame, String witnessed) {
    mallory.sendText(frame);
    mallory.expectError(code);
    mallory.send("message", "room", witnessed, "content", "still here");
    assertEquals("still here", witness.expect("message").getString("content"));
    mallory.expectNothing();
  }
}
