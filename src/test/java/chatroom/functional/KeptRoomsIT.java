package chatroom.functional;

import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of rooms when the server is restarted, and how many there may be. */
final class KeptRoomsIT {
  private static final Map<String, String> UNHURRIED = Map.of("rate-limit", "0");

  private static JsonObject rooms(String... names) {
    var rooms = Json.createObjectBuilder();
    Stream.of(names).forEach(name -> rooms.add(name, 0));
    return rooms.build();
  }

  private static TestClient guest(ChatServer server, String name) {
    TestClient guest = TestClient.silent(server).hello("name", name, "rooms", rooms());
    guest.untilNow();
    return guest;
  }

  private static TestClient back(ChatServer server, TestClient before, String... names) {
    return TestClient.silent(server).hello("resume_token", before.token(), "rooms", rooms(names));
  }

  private static void make(TestClient who, String room, Object... fields) {
    Object[] all = Stream.concat(Stream.of("room", room), Stream.of(fields)).toArray(Object[]::new);
    who.send("create_room", all);
    who.await("history", it -> it.getString("room").equals(room));
  }

  private static List<String> names(TestClient who) {
    return list(who.ask("get_rooms", "rooms")).stream().map(it -> it.getString("name")).toList();
  }

  private static JsonObject listed(TestClient who, String room) {
    return list(who.ask("get_rooms", "rooms")).stream()
        .filter(it -> it.getString("name").equals(room))
        .findAny()
        .orElseThrow();
  }

  @Test
  void roomsAreWhatTheyWereAfterARestart() {
    try (var server = ChatServer.start(UNHURRIED)) {
      TestClient ann = guest(server, "Ann");
      TestClient bob = guest(server, "Bob");
      TestClient eve = guest(server, "Eve");
      make(ann, "pl\u00e4ne", "topic", "first", "private", true);
      make(ann, "news", "announcement", true);
      make(ann, "old");
      ann.ask("message", "ack", "room", "pl\u00e4ne", "content", "secret", "ref", "m");
      ann.ask("set_topic", "room_topic", "room", "pl\u00e4ne", "topic", "What we do");
      ann.ask("invite", "member_added", "room", "pl\u00e4ne", "to_id", bob.id());
      ann.ask("invite", "member_added", "room", "news", "to_id", bob.id(), "may_write", true);
      ann.ask("archive_room", "room_archived", "room", "old", "archived", true);
      bob.await("invited", it -> it.getString("room").equals("news"));
      server.restart();
      try (var ann2 = back(server, ann, "pl\u00e4ne", "news");
          var bob2 = back(server, bob, "pl\u00e4ne", "news");
          var eve2 = back(server, eve, "pl\u00e4ne", "news")) {
        ann2.untilNow();
        List<JsonObject> heard = bob2.untilNow();
        assertTrue(heard.toString().contains("secret"), heard.toString());
        List<JsonObject> refused = eve2.untilNow();
        assertTrue(refused.toString().contains("room_not_found"), refused.toString());
        assertFalse(refused.toString().contains("secret"), refused.toString());

        assertEquals(List.of("general", "random", "gaming", "news", "pl\u00e4ne"), names(bob2));
        assertEquals(List.of("general", "random", "gaming", "news"), names(eve2));
        JsonObject plans = listed(bob2, "pl\u00e4ne");
        assertEquals("What we do", plans.getString("topic"));
        assertEquals(ann.id(), plans.getJsonNumber("owner_id").longValueExact());
        assertEquals(1, plans.getInt("last_seq"));
        assertTrue(listed(bob2, "news").getBoolean("may_write"));
        assertFalse(listed(eve2, "news").getBoolean("may_write"));
        ann2.untilNow();
        bob2.untilNow();
        bob2.send("message", "room", "pl\u00e4ne", "content", "again");
        assertEquals(2, ann2.expect("message").getInt("seq"));
        ann2.send("archive_room", "room", "old", "archived", false);
        ann2.expect("room_archived");
        assertTrue(names(eve2).contains("old"));
        eve2.send("create_room", "room", "Old");
        eve2.expectError("room_exists");
      } finally {
        Stream.of(ann, bob, eve).forEach(TestClient::abort);
      }
    }
  }

  @Test
  void aRoomOfTheSettingsKeepsItsTopic() {
    try (var server = ChatServer.start(UNHURRIED)) {
      try (var ann = TestClient.join(server)) {
        ann.ask("set_topic", "room_topic", "room", "general", "topic", "all");
      }
      server.restart();
      try (var bob = TestClient.join(server)) {
        assertEquals("all", listed(bob, "general").getString("topic"));
        assertEquals(List.of("general", "random", "gaming"), names(bob));
      }
    }
  }

  @Test
  void inMemoryRoomsEndWithTheApplication() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0", "log", "memory"))) {
      try (var ann = TestClient.join(server)) {
        make(ann, "plans");
        assertTrue(names(ann).contains("plans"));
      }
      server.restart();
      try (var bob = TestClient.join(server)) {
        assertFalse(names(bob).contains("plans"));
      }
    }
  }

  @Test
  void whereNobodyMakesRoomsNobodyDoes() {
    try (var server = ChatServer.start(Map.of("room-creation", "nobody"));
        var ann = TestClient.join(server)) {
      ann.send("create_room", "room", "plans", "ref", "r");
      assertEquals("r", ann.expectError("not_allowed").getString("ref"));
      assertEquals(List.of("general", "random", "gaming"), names(ann));
    }
  }

  @Test
  void oneIsInNoMoreRoomsThanOneMayBe() {
    try (var server = ChatServer.start(Map.of("max-rooms-per-user", "2", "rate-limit", "0"));
        var ann = TestClient.join(server)) {
      make(ann, "plans");
      ann.send("join_room", "room", "random", "ref", "r");
      JsonObject error = ann.expectError("not_allowed");
      assertEquals("r", error.getString("ref"));
      assertTrue(error.getString("message").contains("2"), error.toString());
      ann.send("create_room", "room", "more");
      ann.expectError("not_allowed");
      ann.ask("join_room", "room_joined", "room", "plans");
      ann.untilNow();
      ann.ask("leave_room", "room_left", "room", "general");
      make(ann, "more");
      ann.ask("leave_room", "room_left", "room", "more");
      ann.send("create_room", "room", "still-more");
      ann.expectError("not_allowed");
      ann.ask("archive_room", "room_archived", "room", "more", "archived", true);
      make(ann, "still-more");
      ann.send("archive_room", "room", "more", "archived", false);
      ann.expectError("not_allowed");

      try (var bob = TestClient.silent(server)) {
        bob.hello("rooms", rooms("general", "random", "gaming"));
        List<JsonObject> heard = bob.untilNow();
        assertEquals(2, heard.stream().filter(it -> it.getString("type").equals("users")).count());
        assertTrue(heard.toString().contains("not_allowed"), heard.toString());
      }
    }
  }
}
