package chatroom.functional;

import static chatroom.testing.TestClient.list;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.RunningChat;
import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to one is read by that one and nobody else. */
final class PrivateMessageIT {
  @RegisterExtension static final RunningChat CHAT = RunningChat.unhurried();

  @Test
  void aPrivateMessageReachesItsAddresseeAlone() {
    TestClient alice = CHAT.join("Alice");
    TestClient bob = CHAT.join("Bob");
    TestClient carol = CHAT.join();
    alice.send("private_message", "to_id", bob.id(), "content", "psst");
    JsonObject received = bob.expect("private_message");
    assertEquals("psst", received.getString("content"));
    assertEquals(alice.id(), received.getJsonNumber("from_id").longValueExact());
    assertEquals("Alice", received.getString("from_name"));
    JsonObject sent = alice.expect("private_message_sent");
    assertEquals("psst", sent.getString("content"));
    assertEquals(bob.id(), sent.getJsonNumber("to_id").longValueExact());
    assertEquals("Bob", sent.getString("to_name"));
    bob.expectNothing();
    carol.expectNothing();
    alice.expectNothing();
  }

  @Test
  void itsRoomIsEachOnesNameForTheOtherAndItsNumbersAreTheSameForBoth() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("private_message", "to_id", bob.id(), "content", "one");
    alice.send("private_message", "to_id", bob.id(), "content", "two");
    JsonObject received = bob.expect("private_message");
    JsonObject sent = alice.expect("private_message_sent");
    assertEquals("@" + alice.id(), received.getString("room"));
    assertEquals("@" + bob.id(), sent.getString("room"));
    for (String number : List.of("id", "seq", "sent_at")) {
      assertEquals(received.getJsonNumber(number), sent.getJsonNumber(number), number);
    }
    assertEquals(1, received.getInt("seq"));
    assertEquals(2, bob.expect("private_message").getInt("seq"));
  }

  @Test
  void aNumericStringIsAnAddressToo() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("private_message", "to_id", Long.toString(bob.id()), "content", "psst");
    assertEquals("psst", bob.expect("private_message").getString("content"));
    JsonObject sent = alice.expect("private_message_sent");
    assertEquals(bob.id(), sent.getJsonNumber("to_id").longValueExact());
  }

  @Test
  void aRefIsAcknowledgedOnceAndSentOnce() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("private_message", "to_id", bob.id(), "content", "psst", "ref", "p1");
    JsonObject received = bob.expect("private_message");
    JsonObject ack = alice.await("ack");
    assertEquals("p1", ack.getString("ref"));
    assertEquals(received.getJsonNumber("id"), ack.getJsonNumber("id"));
    alice.untilNow();
    alice.send("private_message", "to_id", bob.id(), "content", "psst", "ref", "p1");
    JsonObject again = alice.await("ack");
    assertEquals(ack.getJsonNumber("id"), again.getJsonNumber("id"));
    assertEquals(ack.getJsonNumber("seq"), again.getJsonNumber("seq"));
    bob.expectNothing();
  }

  @Test
  void theAddresseeIsLookedUpBeforeEmptyContentIsIgnored() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("private_message", "to_id", 987_654_321, "content", "");
    alice.expectError("user_not_found");
    alice.send("private_message", "to_id", bob.id(), "content", "");
    alice.send("private_message", "to_id", bob.id());
    alice.expectNothing();
    bob.expectNothing();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "987654321",
        "0",
        "-1",
        "1.5",
        "9223372036854775808",
        "99999999999999999999",
        "\"\"",
        "\"Bob\"",
        "\"1.5\"",
        "\" 1\"",
        "\"-1\"",
        "\"99999999999999999999\"",
        "null"
      })
  void nobodyIsFoundUnder(String toId) {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.sendText(
        "{\"type\":\"private_message\",\"to_id\":" + toId + ",\"content\":\"x\",\"ref\":\"r\"}");
    JsonObject error = alice.expectError("user_not_found");
    assertEquals("User not found or offline", error.getString("message"));
    assertEquals("r", error.getString("ref"));
    bob.expectNothing();
  }

  @Test
  void anAbsentAddressIsNotFound() {
    TestClient alice = CHAT.join();
    alice.send("private_message", "content", "x");
    alice.expectError("user_not_found");
  }

  static Stream<String> noAddresses() {
    return Stream.of("true", "false", "[]", "{}", "[1]");
  }

  @ParameterizedTest
  @MethodSource("noAddresses")
  void whatIsNeitherNumberNorStringIsNoAddress(String toId) {
    TestClient alice = CHAT.join();
    alice.sendText("{\"type\":\"private_message\",\"to_id\":" + toId + ",\"content\":\"x\"}");
    alice.expectError("invalid_format");
  }

  @Test
  void whoHasLeftIsOffline() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    bob.leave();
    alice.expect("leave");
    alice.send("private_message", "to_id", bob.id(), "content", "psst");
    alice.expectError("user_not_found");
  }

  @Test
  void bothCanReadItAgainAndNobodyElseCan() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    TestClient carol = CHAT.join();
    alice.send("private_message", "to_id", bob.id(), "content", "psst");
    bob.expect("private_message");
    alice.expect("private_message_sent");
    assertEquals(List.of("psst"), read(alice, bob));
    assertEquals(List.of("psst"), read(bob, alice));
    assertEquals(List.of(), read(carol, alice));
    assertEquals(List.of(), read(carol, bob));
  }

  private static List<String> read(TestClient reader, TestClient other) {
    String room = "@" + other.id();
    JsonObject history = reader.ask("get_history", "history", "room", room);
    assertEquals(room, history.getString("room"));
    return list(history).stream().map(m -> m.getString("content")).toList();
  }

  @Test
  void itIsInNobodysGreeting() {
    TestClient alice = CHAT.join();
    TestClient bob = CHAT.join();
    alice.send("private_message", "to_id", bob.id(), "content", "only for bob");
    bob.expect("private_message");
    TestClient carol = CHAT.connect();
    carol.expect("welcome");
    carol.expect("users");
    assertFalse(carol.expect("history").toString().contains("only for bob"));
  }

  @Test
  void oneMayWriteToOneself() {
    TestClient alice = CHAT.join();
    alice.send("private_message", "to_id", alice.id(), "content", "note");
    List<String> types =
        Stream.of(alice.take(), alice.take()).map(f -> f.getString("type")).sorted().toList();
    assertEquals(List.of("private_message", "private_message_sent"), types);
    alice.expectNothing();
    assertTrue(alice.isOpen());
  }

  static Stream<String> endlessNumbers() {
    String digits = "7".repeat(2000);
    return Stream.of(digits, "-" + digits, '"' + digits + '"', "1e1000000000", "1e-1000000000");
  }

  @ParameterizedTest
  @MethodSource("endlessNumbers")
  void aNumberBeyondAllBoundsIsNobodysAndIsNotReckonedWith(String toId) {
    TestClient alice = CHAT.join();
    alice.sendText("{\"type\":\"private_message\",\"to_id\":" + toId + ",\"content\":\"x\"}");
    alice.expectError("user_not_found");
    alice.expectNothing();
  }
}
