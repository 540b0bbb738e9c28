package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is ignored is not heard by the one who does, and cannot tell. */
final class IgnoreIT extends TwoInTheRoom {
  private static String ids(JsonObject ignored) {
    return content(ignored).getJsonArray("user_ids").toString();
  }

  private void witnessIgnoresMallory(boolean on) {
    witness.ask("ignore", "ignored", "to_id", mallory.id(), "on", on);
  }

  @Test
  void theListIsToldToOneselfAlone() {
    JsonObject told = witness.ask("ignore", "ignored", "to_id", 7_777, "on", true, "ref", "r");
    assertEquals("[7777]", ids(told));
    assertEquals("r", told.getString("ref"));
    told = witness.ask("ignore", "ignored", "to_id", "" + mallory.id(), "on", true);
    assertEquals(2, content(told).getJsonArray("user_ids").size());
    told = witness.ask("ignore", "ignored", "to_id", 7_777, "on", false);
    assertEquals("[" + mallory.id() + "]", ids(told));
    mallory.expectNothing();
  }

  @Test
  void whatTheyWhisperAndTypeIsNotHeardAndTheyCannotTell() {
    TestClient other = CHAT.join();
    witnessIgnoresMallory(true);
    mallory.send("private_message", "to_id", witness.id(), "content", "psst", "ref", "r");
    assertEquals("psst", mallory.expect("private_message_sent").getString("content"));
    assertEquals("r", mallory.expect("ack").getString("ref"));
    mallory.send("typing", "is_typing", true);
    mallory.send("typing", "is_typing", true, "to_id", witness.id());
    other.expect("typing");
    witness.expectNothing();
    mallory.send("typing", "is_typing", false, "to_id", witness.id());
    mallory.say("to all");
    assertEquals("to all", witness.expect("message").getString("content"));
    other.expect("typing");
    other.expect("message");
    JsonObject history = witness.ask("get_history", "history", "room", "@" + mallory.id());
    assertEquals("psst", list(history).get(0).getString("content"));
    witnessIgnoresMallory(false);
    mallory.send("private_message", "to_id", witness.id(), "content", "again");
    assertEquals("again", witness.expect("private_message").getString("content"));
  }

  @Test
  void whatTheySayIsNotUnread() {
    witnessIgnoresMallory(true);
    mallory.say("x");
    witness.expect("message");
    JsonObject rooms = witness.ask("get_rooms", "rooms");
    assertEquals(0, list(rooms).get(0).getInt("unread"));
    witnessIgnoresMallory(false);
    rooms = witness.ask("get_rooms", "rooms");
    assertEquals(1, list(rooms).get(0).getInt("unread"));
  }

  @Test
  void whoeverIsHereIsToldWhomTheyIgnoreWhenTheyComeBack() {
    TestClient alice = CHAT.silent().hello();
    alice.await("history");
    alice.ask("ignore", "ignored", "to_id", mallory.id(), "on", true);
    alice.abort();
    TestClient back = CHAT.silent().hello("resume_token", alice.token());
    assertEquals("[" + mallory.id() + "]", ids(back.expect("ignored")));
  }

  @Test
  void moreThanFiveHundredAreTooMany() {
    for (int i = 0; i < 500; i++) {
      mallory.ask("ignore", "ignored", "to_id", 100_000 + i, "on", true);
    }
    refused("not_allowed", "{\"type\":\"ignore\",\"to_id\":99999,\"on\":true}");
    mallory.ask("ignore", "ignored", "to_id", 100_000, "on", false);
    mallory.ask("ignore", "ignored", "to_id", 99_999, "on", true);
    mallory.ask("get_rooms", "rooms");
  }

  @Test
  void oneselfAndNobodyCannotBeIgnored() {
    JsonObject error =
        refused(
            "not_allowed",
            "{\"type\":\"ignore\",\"to_id\":" + mallory.id() + ",\"on\":true,\"ref\":\"r\"}");
    assertEquals("r", error.getString("ref"));
    for (String id :
        List.of("0", "-1", "1.5", "1e3", "\"x\"", "\"\"", "null", "9007199254740992")) {
      refused("user_not_found", "{\"type\":\"ignore\",\"to_id\":" + id + ",\"on\":true}");
    }
    refused("invalid_format", "{\"type\":\"ignore\",\"to_id\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"true\"", "[true]", "{}", "\"\\ud800\""})
  void whatIsNeitherOnNorOffIsRefused(String on) {
    refused("invalid_format", "{\"type\":\"ignore\",\"to_id\":1,\"on\":" + on + "}");
  }
}
