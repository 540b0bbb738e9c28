package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.ChatServer;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one has not read is counted for oneself, and nobody else hears how far one has read. */
final class UnreadIT extends TwoInTheRoom {
  private static Optional<JsonObject> listed(TestClient reader, String room) {
    return list(reader.ask("get_rooms", "rooms")).stream()
        .filter(it -> it.getString("name").equals(room))
        .findFirst();
  }

  private static int readSeq(TestClient reader, String room) {
    return listed(reader, room).orElseThrow().getInt("read_seq");
  }

  private static int unread(TestClient reader, String room) {
    return listed(reader, room).orElseThrow().getInt("unread");
  }

  private static long lastSeq(TestClient reader) {
    return listed(reader, "general").orElseThrow().getJsonNumber("last_seq").longValueExact();
  }

  private void witnessSays(int times) {
    for (int i = 0; i < times; i++) {
      witness.say("number " + i);
      mallory.expect("message");
    }
  }

  private static void marked(JsonObject answer, String room, long seq, int unread) {
    assertEquals(room, answer.getString("room"));
    assertEquals(seq, content(answer).getJsonNumber("seq").longValueExact());
    assertEquals(unread, content(answer).getInt("unread"));
    assertEquals(0, content(answer).getInt("mentions"));
  }

  @Test
  void whatComesIsUnreadUntilItIsMarked() {
    assertEquals(0, unread(mallory, "general"));
    witnessSays(3);
    assertEquals(3, unread(mallory, "general"));
    assertEquals(0, unread(witness, "general"), "one's own is read");
    long last = lastSeq(mallory);
    JsonObject answer =
        mallory.ask("mark_read", "marked_read", "room", "general", "seq", last - 1, "ref", "r");
    marked(answer, "general", last - 1, 1);
    assertEquals(last - 1, readSeq(mallory, "general"));
    assertEquals("r", answer.getString("ref"));
    answer = mallory.ask("mark_read", "marked_read", "room", "general", "seq", 0);
    marked(answer, "general", last - 1, 1);
    assertFalse(answer.containsKey("ref"));
    answer = mallory.ask("mark_read", "marked_read", "seq", 999_999_999_999_999_999L);
    marked(answer, "general", last, 0);
    witnessSays(1);
    assertEquals(1, unread(mallory, "general"));
    witness.expectNothing();
  }

  @Test
  void ofRoomsThatOneIsNotInNothingIsSaid() {
    JsonObject random = listed(mallory, "random").orElseThrow();
    assertFalse(random.containsKey("read_seq"));
    assertFalse(random.containsKey("unread"));
    assertFalse(random.containsKey("mentions"));
    assertEquals(0, random.getInt("users_online"));
  }

  @Test
  void privateChatsAreListedToTheirTwoAlone() {
    TestClient other = CHAT.join();
    witness.send("private_message", "to_id", mallory.id(), "content", "psst");
    mallory.expect("private_message");
    witness.expect("private_message_sent");
    String chat = "@" + witness.id();
    JsonObject listed = listed(mallory, chat).orElseThrow();
    assertEquals(witness.name(), listed.getString("user_name"));
    assertEquals(1, listed.getInt("last_seq"));
    assertEquals(1, listed.getInt("unread"));
    assertFalse(listed.containsKey("users_online"));
    assertEquals(0, unread(witness, "@" + mallory.id()));
    marked(mallory.ask("mark_read", "marked_read", "room", chat, "seq", 1), chat, 1, 0);
    assertEquals(0, unread(mallory, chat));
    assertEquals(
        3, list(other.ask("get_rooms", "rooms")).size(), "others do not know of that chat");
    marked(other.ask("mark_read", "marked_read", "room", chat, "seq", 1), chat, 0, 0);
    other.expectNothing();
    witness.expectNothing();
  }

  @Test
  void aSecondLineIsToldAndMarksSurviveALostOne() {
    TestClient alice = CHAT.silent().hello();
    alice.expect("users");
    alice.expect("history");
    witness.expect("join");
    mallory.expect("join");
    witnessSays(2);
    long last = lastSeq(witness);
    alice.await("message");
    alice.await("message");
    alice.ask("mark_read", "marked_read", "room", "general", "seq", last - 1);
    alice.abort();
    TestClient back =
        CHAT.silent()
            .hello(
                "resume_token",
                alice.token(),
                "rooms",
                Json.createObjectBuilder().add("general", last).build());
    back.expect("users");
    assertEquals(1, unread(back, "general"));
    back.leave();
    witness.expect("leave");
    TestClient again = CHAT.silent().hello("resume_token", alice.token());
    again.await("users");
    again.untilNow();
    assertEquals(1, unread(again, "general"));
  }

  @Test
  void marksAndIgnoredPeopleOutliveTheServer() {
    try (var server = ChatServer.start(Map.of("rate-limit", "0"))) {
      String token;
      long bobId;
      try (var alice = TestClient.silent(server).hello();
          var bob = TestClient.silent(server).hello("name", "Bob")) {
        alice.await("join");
        bobId = bob.id();
        for (int i = 0; i < 3; i++) {
          bob.say("number " + i);
          alice.expect("message");
        }
        alice.ask("mark_read", "marked_read", "room", "general", "seq", 2);
        alice.ask("ignore", "ignored", "to_id", 77, "on", true);
        token = alice.token();
      }
      server.restart();
      try (var back = TestClient.silent(server).hello("resume_token", token)) {
        JsonObject ignored = back.expect("ignored");
        assertEquals("[77]", content(ignored).getJsonArray("user_ids").toString());
        back.untilNow();
        assertEquals(1, unread(back, "general"));
        back.ask("ignore", "ignored", "to_id", bobId, "on", true);
        assertEquals(0, unread(back, "general"));
      }
    }
  }

  @Test
  void whatCannotBeMarkedIsRefused() {
    refused("invalid_format", "{\"type\":\"mark_read\",\"room\":\"general\"}");
    refused("invalid_format", "{\"type\":\"mark_read\",\"room\":\"general\",\"seq\":-1}");
    JsonObject error =
        refused(
            "not_in_room", "{\"type\":\"mark_read\",\"room\":\"random\",\"seq\":1,\"ref\":\"r\"}");
    assertEquals("r", error.getString("ref"));
    for (String room : List.of("nowhere", "General", "@", "@0", "@x", "@1:2")) {
      refused("room_not_found", "{\"type\":\"mark_read\",\"room\":\"" + room + "\",\"seq\":1}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "1.5", "1e3", "9999999999999999999", "true", "[1]", "{}"})
  void whatIsNoNumberIsRefused(String seq) {
    refused("invalid_format", "{\"type\":\"mark_read\",\"room\":\"general\",\"seq\":" + seq + "}");
  }

  @Test
  void aThousandMarksAreAThousandAnswersAndNobodyElseHears() {
    for (int i = 0; i < 1_000; i++) {
      mallory.send("mark_read", "room", "general", "seq", i);
    }
    for (int i = 0; i < 1_000; i++) {
      mallory.expect("marked_read");
    }
    unnoticed();
  }
}
