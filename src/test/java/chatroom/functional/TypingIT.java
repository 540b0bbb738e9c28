package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who types is told to those who are there, and to nobody else. */
final class TypingIT extends TwoInTheRoom {
  private JsonObject told(String room, boolean typing) {
    JsonObject told = witness.expect("typing");
    assertEquals(room, told.getString("room"));
    assertEquals(typing, content(told).getBoolean("is_typing"));
    assertEquals(mallory.id(), content(told).getJsonNumber("user_id").longValueExact());
    assertEquals(mallory.name(), content(told).getString("user_name"));
    return told;
  }

  @Test
  void whoIsInTheRoomIsToldAndWhoIsNotIsNot() {
    TestClient outside =
        CHAT.silent().hello("rooms", Json.createObjectBuilder().add("random", 0).build());
    outside.expect("users");
    outside.expect("history");
    mallory.send("typing", "is_typing", true);
    assertFalse(told("general", true).containsKey("id"));
    mallory.send("typing", "is_typing", true);
    mallory.send("typing", "is_typing", false, "room", "general", "ref", "r");
    told("general", false);
    mallory.expectNothing();
    outside.expectNothing();
    unnoticed();
  }

  @Test
  void itIsOverWhenTheMessageComes() {
    mallory.send("typing", "is_typing", true);
    told("general", true);
    mallory.say("here it is");
    told("general", false);
    witness.expect("message");
    witness.expectNothing();
  }

  @Test
  void itEndsByItself() {
    mallory.send("typing", "is_typing", true);
    told("general", true);
    told("general", false);
    witness.expectNothing();
  }

  @Test
  void whoGoesTypesNoMore() {
    mallory.send("typing", "is_typing", true);
    told("general", true);
    mallory.abort();
    told("general", false);
    witness.expect("leave");
  }

  @Test
  void oneWhoComesBackIsNotToldWhatWasTyped() {
    TestClient alice = CHAT.silent().hello();
    witness.expect("join");
    mallory.expect("join");
    alice.abort();
    mallory.send("typing", "is_typing", true);
    told("general", true);
    TestClient back = CHAT.silent().hello("resume_token", alice.token());
    assertTrue(back.untilNow().stream().noneMatch(it -> it.getString("type").equals("typing")));
    mallory.send("typing", "is_typing", false);
    assertFalse(content(back.expect("typing")).getBoolean("is_typing"));
    told("general", false);
  }

  @Test
  void inPrivateTheAddresseeAloneIsTold() {
    TestClient other = CHAT.join();
    mallory.send("typing", "is_typing", true, "to_id", witness.id());
    told("@" + mallory.id(), true);
    mallory.send("typing", "is_typing", false, "room", "@" + witness.id());
    told("@" + mallory.id(), false);
    mallory.send("typing", "is_typing", true, "to_id", mallory.id());
    other.expectNothing();
    mallory.expectNothing();
    witness.expectNothing();
  }

  @Test
  void whatCannotBeTypedToIsRefused() {
    refused("invalid_format", "{\"type\":\"typing\"}");
    refused("invalid_format", "{\"type\":\"typing\",\"is_typing\":null,\"room\":\"general\"}");
    refused(
        "invalid_format",
        "{\"type\":\"typing\",\"is_typing\":true,\"room\":\"general\",\"to_id\":1}");
    refused("room_not_found", "{\"type\":\"typing\",\"is_typing\":true,\"room\":\"nowhere\"}");
    refused("not_in_room", "{\"type\":\"typing\",\"is_typing\":true,\"room\":\"random\"}");
    for (String id : List.of("0", "-1", "1.5", "1e3", "\"x\"", "\"\"", "999999999999", "\"@1\"")) {
      JsonObject error =
          refused(
              "user_not_found",
              "{\"type\":\"typing\",\"is_typing\":true,\"to_id\":" + id + ",\"ref\":\"r\"}");
      assertEquals("r", error.getString("ref"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"true\"", "[true]", "{}", "\"\\ud800\""})
  void whatIsNeitherTrueNorFalseIsRefused(String value) {
    refused("invalid_format", "{\"type\":\"typing\",\"is_typing\":" + value + "}");
  }

  @Test
  void aFloodOfItIsHeardOnceInThreeSeconds() {
    long begin = System.nanoTime();
    for (int i = 0; i < 500; i++) {
      mallory.send("typing", "is_typing", true);
      mallory.send("typing", "is_typing", false);
    }
    mallory.untilNow();
    List<Boolean> heard =
        witness.untilNow().stream().map(it -> content(it).getBoolean("is_typing")).toList();
    long pauses = (System.nanoTime() - begin) / 3_000_000_000L;
    for (int i = 0; i < heard.size(); i++) {
      assertEquals(i % 2 == 0, heard.get(i));
    }
    assertTrue(heard.size() >= 2 && heard.size() <= 2 * (1 + pauses), heard::toString);
    unnoticed();
  }

  @Test
  void whereItIsOffItIsUnsupported() {
    try (var server = ChatServer.start(Map.of("typing", "false"));
        var alice = TestClient.join(server);
        var bob = TestClient.join(server)) {
      alice.expect("join");
      alice.send("typing", "is_typing", true, "ref", "r");
      assertEquals("r", alice.expectError("unsupported").getString("ref"));
      bob.expectNothing();
    }
  }
}
