package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A room with more members than a list shows: a plain client sees no difference but in lists. Each
 * test has its room, for a crowd is remembered for a while.
 */
final class RosterIT {
  private static final int LIMIT = 5;

  @RegisterExtension
  static final RunningChat CHAT =
      RunningChat.unhurried(
          "roster-limit", Integer.toString(LIMIT), "rooms", "general,hall,lists,talk,door");

  /** A client of chat.v1 in that room, greeted. */
  private static TestClient chatV1(String room) {
    TestClient client =
        CHAT.silent().hello("rooms", Json.createObjectBuilder().add(room, 0).build());
    client.await("history");
    return client;
  }

  private static List<TestClient> chatV1(String room, int count) {
    return IntStream.range(0, count).mapToObj(i -> chatV1(room)).toList();
  }

  /** A plain client in that room and in no other, greeted. */
  private static TestClient plain(String room) {
    TestClient client = CHAT.connect().greeted();
    client.send("leave_room", "room", "general");
    client.send("join_room", "room", room);
    client.await("history");
    return client;
  }

  private static List<Long> ids(JsonObject users) {
    return list(users).stream().map(it -> it.getJsonNumber("id").longValue()).toList();
  }

  /** Joins and leaves that are told until so many are online; nothing else may come. */
  private static List<Integer> counted(TestClient who, int online) {
    int joined = 0;
    int left = 0;
    while (true) {
      JsonObject counts = content(who.expect("presence"));
      joined += counts.getInt("joined");
      left += counts.getInt("left");
      if (counts.getInt("users_online") == online) {
        return List.of(joined, left);
      }
    }
  }

  @Test
  void aCrowdIsToldInNumbersAndFewAreToldEachAgain() {
    TestClient plain = plain("hall");
    TestClient alice = chatV1("hall");
    plain.expect("join");
    List<TestClient> few = chatV1("hall", LIMIT - 2);
    for (TestClient newcomer : few) {
      assertEquals(newcomer.id(), plain.expect("join").getInt("from_id"));
      assertEquals(newcomer.id(), alice.expect("join").getInt("from_id"));
    }
    List<TestClient> beyond = chatV1("hall", 4);
    assertEquals(List.of(4, 0), counted(alice, LIMIT + 4));
    for (TestClient newcomer : beyond) {
      assertEquals(newcomer.id(), plain.expect("join").getInt("from_id"));
    }
    beyond.forEach(TestClient::leave);
    assertEquals(List.of(0, 4), counted(alice, LIMIT));
    JsonObject fresh = alice.expect("users");
    assertEquals(LIMIT, fresh.getInt("users_online"));
    assertEquals(LIMIT, ids(fresh).size());
    beyond.forEach(gone -> plain.expect("leave"));
    plain.expectNothing();
    few.get(0).leave();
    assertEquals(LIMIT - 1, content(alice.expect("leave")).getInt("users_online"));
  }

  @Test
  void aListIsCutAndHasTheOneWhoAsks() {
    TestClient first = plain("lists");
    TestClient last =
        IntStream.rangeClosed(0, LIMIT).mapToObj(i -> plain("lists")).toList().get(LIMIT);
    JsonObject seen = last.ask("get_users", "users");
    assertEquals(LIMIT + 2, seen.getInt("users_online"));
    assertEquals(LIMIT, ids(seen).size());
    assertTrue(ids(seen).contains(last.id()));
    TestClient bot =
        CHAT.silent().hello("rooms", Json.createObjectBuilder().add("lists", 0).build());
    JsonObject greeting = bot.expect("users");
    assertEquals(LIMIT + 3, greeting.getInt("users_online"));
    assertEquals(LIMIT, ids(greeting).size());
    assertTrue(ids(greeting).containsAll(List.of(first.id(), bot.id())));
  }

  @Test
  void inACrowdMessagesAndNamesAreToldAsEver() {
    TestClient alice = chatV1("talk");
    TestClient bob = chatV1("talk", LIMIT).get(0);
    alice.await("presence");
    bob.say("hello");
    bob.send("set_name", "name", "Bob");
    assertEquals("hello", alice.expect("message").getString("content"));
    assertEquals("Bob", content(alice.expect("user_renamed")).getString("new_name"));
  }

  @Test
  void whoGoesInAndOutAtTheLimitHasNoListSentEachTime() {
    long begun = System.nanoTime();
    TestClient alice = chatV1("door");
    TestClient mallory = chatV1("door", LIMIT).get(0);
    for (int i = 0; i < 200; i++) {
      mallory.send("leave_room", "room", "door");
      mallory.send("join_room", "room", "door");
    }
    mallory.untilNow();
    List<String> heard =
        alice.untilNow().stream()
            .map(it -> it.getString("type"))
            .filter(type -> !type.equals("join"))
            .toList();
    long seconds = (System.nanoTime() - begun) / 1_000_000_000L;
    assertTrue(heard.size() <= 2 * (seconds + 2), heard::toString);
    assertTrue(heard.stream().filter("users"::equals).count() <= 2 + seconds / 10, heard::toString);
  }
}
