package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several rooms, which are joined and left; a plain client and one of chat.v1 do it alike. */
final class RoomsIT extends TwoInTheRoom {
  private static JsonObject rooms(String... names) {
    JsonObjectBuilder rooms = Json.createObjectBuilder();
    Stream.of(names).forEach(name -> rooms.add(name, 0));
    return rooms.build();
  }

  /** Says so and takes the answer, which the room's users and history follow. */
  private static void join(TestClient who, String room) {
    assertEquals(room, who.ask("join_room", "room_joined", "room", room).getString("room"));
    assertEquals(room, who.expect("users").getString("room"));
    assertEquals(room, who.expect("history").getString("room"));
  }

  private TestClient chatV1(String... rooms) {
    TestClient client = CHAT.silent().hello("rooms", rooms(rooms));
    for (String room : rooms) {
      assertEquals(room, client.expect("users").getString("room"));
      client.expect("history");
    }
    return client;
  }

  /** It is told in both rooms, which have no order between them. */
  private static void expectInGeneralAndRandom(TestClient who, String type) {
    assertEquals(
        List.of("general", "random"),
        Stream.generate(() -> who.expect(type).getString("room")).limit(2).sorted().toList());
  }

  @Test
  void theRoomsAreListedAndThereAreThree() {
    JsonObject rooms = mallory.ask("get_rooms", "rooms", "ref", "r1");
    assertEquals("r1", rooms.getString("ref"));
    List<JsonObject> all = list(rooms);
    assertEquals(
        List.of("general", "random", "gaming"),
        all.stream().map(it -> it.getString("name")).toList());
    assertEquals(2, all.get(0).getInt("users_online"));
    assertEquals(0, all.get(1).getInt("users_online"));
    long before = all.get(0).getInt("last_seq");
    mallory.say("one more");
    witness.expect("message");
    assertEquals(before + 1, list(witness.ask("get_rooms", "rooms")).get(0).getInt("last_seq"));
  }

  @Test
  void whoJoinsIsGreetedThereAndTheOthersThereAreTold() {
    join(witness, "random");
    TestClient alice = chatV1("general");
    witness.expect("join");
    mallory.expect("join");
    alice.send("join_room", "room", "random", "ref", "j1");
    assertEquals("j1", alice.expect("room_joined").getString("ref"));
    JsonObject users = alice.expect("users");
    assertEquals("random", users.getString("room"));
    assertEquals(2, users.getInt("users_online"));
    assertEquals(
        List.of(witness.id(), alice.id()),
        list(users).stream().map(it -> it.getJsonNumber("id").longValue()).toList());
    assertEquals("random", alice.expect("history").getString("room"));
    JsonObject told = witness.expect("join");
    assertEquals("random", told.getString("room"));
    assertEquals(2, content(told).getInt("users_online"));
    mallory.expectNothing();
    alice.send("leave_room", "room", "random", "ref", "l1");
    JsonObject left = alice.expect("room_left");
    assertEquals("l1", left.getString("ref"));
    assertFalse(left.containsKey("content"));
    JsonObject gone = witness.expect("leave");
    assertEquals("random", gone.getString("room"));
    assertEquals(0, gone.getInt("from_id"));
    assertEquals(1, content(gone).getInt("users_online"));
    mallory.expectNothing();
  }

  @Test
  void aMessageIsForTheMembersOfItsRoom() {
    join(mallory, "random");
    TestClient alice = chatV1("random");
    assertEquals("random", mallory.expect("join").getString("room"));
    mallory.say("to the one joined last");
    JsonObject heard = alice.expect("message");
    assertEquals("random", heard.getString("room"));
    mallory.send("message", "room", "general", "content", "to all", "ref", "r");
    assertEquals("general", mallory.expect("ack").getString("room"));
    assertEquals("to all", witness.expect("message").getString("content"));
    alice.expectNothing();
    alice.send("message", "content", "from random", "ref", "r");
    JsonObject ack = alice.expect("ack");
    assertEquals("random", ack.getString("room"));
    assertEquals(heard.getInt("seq") + 1, ack.getInt("seq"));
    witness.expectNothing();
  }

  @Test
  void whoComesBackIsStillInAllRooms() {
    join(witness, "random");
    TestClient alice = chatV1("general", "random");
    expectInGeneralAndRandom(witness, "join");
    mallory.expect("join");
    alice.abort();
    witness.send("message", "room", "random", "content", "missed");
    TestClient back =
        CHAT.silent().hello("rooms", rooms("general", "random"), "resume_token", alice.token());
    assertEquals(alice.id(), back.id());
    JsonObject missed = back.await("message", it -> it.getString("content").equals("missed"));
    assertEquals("random", missed.getString("room"));
    witness.expectNothing();
    mallory.expectNothing();
    back.leave();
    expectInGeneralAndRandom(witness, "leave");
    assertEquals("general", mallory.expect("leave").getString("room"));
  }

  @Test
  void aNewNameIsToldInEverySharedRoom() {
    join(witness, "random");
    join(mallory, "random");
    witness.expect("join");
    mallory.rename("Mallory");
    expectInGeneralAndRandom(witness, "user_renamed");
    witness.expectNothing();
  }

  @Test
  void whoLeftEveryRoomHearsOnlyWhatIsSaidToThem() {
    assertEquals(
        "general", mallory.ask("leave_room", "room_left", "room", "general").getString("room"));
    witness.expect("leave");
    mallory.send("message", "content", "anybody?", "ref", "r");
    assertEquals("r", mallory.expectError("not_in_room").getString("ref"));
    witness.say("nobody");
    mallory.expectNothing();
    witness.send("private_message", "to_id", mallory.id(), "content", "psst");
    witness.expect("private_message_sent");
    assertEquals("psst", mallory.expect("private_message").getString("content"));
    join(mallory, "general");
    witness.expect("join");
    unnoticed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"join_room", "leave_room"})
  void whatIsNoRoomIsNeitherJoinedNorLeft(String type) {
    for (String room : List.of("null", "\"\"", "\"@" + witness.id() + "\"", "\"@\"", "\"@1:2\"")) {
      JsonObject error =
          refused(
              "invalid_room", "{\"type\":\"" + type + "\",\"room\":" + room + ",\"ref\":\"r\"}");
      assertEquals("r", error.getString("ref"));
    }
    for (String room :
        List.of(
            "General", "nowhere", " general", "../general", "gener\\u0430l", "x".repeat(9_000))) {
      refused("room_not_found", "{\"type\":\"" + type + "\",\"room\":\"" + room + "\"}");
    }
    for (String room : List.of("7", "true", "[\"random\"]", "{}", "\"\\ud800\"")) {
      refused("invalid_format", "{\"type\":\"" + type + "\",\"room\":" + room + "}");
    }
  }

  @Test
  void aRoomThatOneIsNotInIsReadAndNothingElse() {
    refused("not_in_room", "{\"type\":\"leave_room\",\"room\":\"random\"}");
    refused("not_in_room", "{\"type\":\"message\",\"room\":\"random\",\"content\":\"x\"}");
    refused("room_not_found", "{\"type\":\"message\",\"room\":\"nowhere\",\"content\":\"x\"}");
    assertTrue(list(mallory.ask("get_users", "users", "room", "random")).isEmpty());
    mallory.ask("get_history", "history", "room", "random");
    unnoticed();
  }

  @Test
  void joiningAgainAndAgainIsHeardByNobodyElse() {
    join(witness, "gaming");
    join(mallory, "gaming");
    witness.expect("join");
    for (int i = 0; i < 50; i++) {
      join(mallory, "gaming");
    }
    witness.expectNothing();
  }
}
