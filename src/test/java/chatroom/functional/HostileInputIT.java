package chatroom.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client says, it is answered by its code, goes on, and nobody else notices. */
final class HostileInputIT extends TwoInTheRoom {
  private static final String LONE = "\\ud800";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "",
        " ",
        "[]",
        "[{\"type\":\"ping\"}]",
        "42",
        "-0",
        "null",
        "true",
        "\"ping\"",
        "{",
        "{}",
        "{\"type\":\"ping\"",
        "{'type':'ping'}",
        "{type:\"ping\"}",
        "{\"type\":\"ping\",}",
        "{\"type\":\"ping\"}}",
        "{\"type\":\"ping\"}{\"type\":\"ping\"}",
        "{\"type\":\"ping\"} x",
        "{\"type\":\"ping\"}\n{\"type\":\"ping\"}",
        "{\"type\":\"ping\"}\u0000",
        "{\"type\":\"ping\"}//",
        "\uFEFF{\"type\":\"ping\"}",
        "{\"type\":\"message\",\"content\":\"a\nb\"}",
        "{\"type\":\"message\",\"content\":NaN}",
        "{\"type\":\"message\",\"content\":\"\\x\"}",
        "{\"content\":\"no type\"}",
        "{\"type\":null}",
        "{\"type\":42}",
        "{\"type\":true}",
        "{\"type\":[\"ping\"]}",
        "{\"type\":{\"type\":\"ping\"}}",
        "{\"TYPE\":\"ping\"}"
      })
  void isNotOneObjectWithAType(String frame) {
    JsonObject error = refused("invalid_format", frame);
    assertEquals("Invalid message format", error.getString("message"));
  }

  @Test
  void aMessageWithTextAfterItIsRefusedAndNobodySeesIt() {
    refused("invalid_format", "{\"type\":\"message\",\"content\":\"hello\"} and more");
    refused("invalid_format", "{\"type\":\"message\",\"content\":\"hello\"}]");
  }

  @Test
  void whiteSpaceAroundTheObjectIsNoFault() {
    mallory.sendText(" \r\n\t{\"type\":\"ping\",\"ref\":\"w\"}\r\n ");
    assertEquals("w", mallory.expect("pong").getString("ref"));
  }

  @Test
  void fiveThousandLevelsOfNestingAreRefused() {
    refused("invalid_format", "[".repeat(5000) + "]".repeat(5000));
    refused("invalid_format", "{\"type\":\"ping\",\"x\":" + nested(5000) + "}");
    refused("invalid_format", "{\"x\":" + "{\"x\":".repeat(1500) + "1" + "}".repeat(1501));
    refused("invalid_format", "[".repeat(10_000));
  }

  @Test
  void thirtyTwoLevelsAreTakenAndThirtyThreeAreNot() {
    mallory.sendText("{\"type\":\"ping\",\"x\":" + nested(31) + "}");
    mallory.expect("pong");
    refused("invalid_format", "{\"type\":\"ping\",\"x\":" + nested(32) + "}");
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  static Stream<String> wrongFields() {
    List<String> noStrings = List.of("42", "1.5", "true", "[]", "{}", "[\"a\"]");
    List<String> noNumbers = List.of("true", "[]", "{}", "\"x\"");
    return Stream.of(
            fields("\"type\":\"message\",\"content\":%s", noStrings),
            fields("\"type\":\"message\",\"content\":\"x\",\"room\":%s", noStrings),
            fields("\"type\":\"message\",\"content\":\"x\",\"ref\":%s", noStrings),
            fields("\"type\":\"private_message\",\"to_id\":1,\"content\":%s", noStrings),
            fields(
                "\"type\":\"private_message\",\"to_id\":1,\"content\":\"\",\"ref\":%s", noStrings),
            fields("\"type\":\"message\",\"content\":\"x\",\"reply_to\":%s", noNumbers),
            fields("\"type\":\"image\",\"url\":%s", noStrings),
            fields("\"type\":\"image\",\"url\":\"https://a.b/c\",\"alt\":%s", noStrings),
            fields("\"type\":\"image\",\"url\":\"https://a.b/c\",\"room\":%s", noStrings),
            fields("\"type\":\"image\",\"url\":\"https://a.b/c\",\"reply_to\":%s", noNumbers),
            fields("\"type\":\"edit\",\"message_id\":%s,\"content\":\"x\"", noNumbers),
            fields("\"type\":\"edit\",\"message_id\":1,\"content\":%s", noStrings),
            fields("\"type\":\"delete\",\"message_id\":%s", noNumbers),
            fields("\"type\":\"react\",\"message_id\":%s,\"emoji\":\"👍\",\"on\":true", noNumbers),
            fields("\"type\":\"react\",\"message_id\":1,\"emoji\":%s,\"on\":true", noStrings),
            fields(
                "\"type\":\"react\",\"message_id\":1,\"emoji\":\"👍\",\"on\":%s",
                List.of("1", "0", "\"true\"", "[]", "{}")),
            fields("\"type\":\"set_name\",\"name\":%s", noStrings),
            fields("\"type\":\"set_name\",\"name\":\"Mallory\",\"ref\":%s", noStrings),
            fields("\"type\":\"get_users\",\"room\":%s", noStrings),
            fields("\"type\":\"get_history\",\"room\":%s", noStrings),
            fields("\"type\":\"get_history\",\"before_seq\":%s", noNumbers),
            fields("\"type\":\"get_history\",\"after_seq\":%s", noNumbers),
            fields("\"type\":\"get_history\",\"limit\":%s", noNumbers),
            fields("\"type\":\"ping\",\"ref\":%s", noStrings))
        .flatMap(s -> s);
  }

  private static Stream<String> fields(String object, List<String> values) {
    return values.stream().map(v -> "{" + object.replace("%s", v) + "}");
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void aFieldOfAnotherTypeIsRefused(String frame) {
    refused("invalid_format", frame);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"message\",\"content\":\"%s\"",
        "\"type\":\"message\",\"content\":\"before%safter\"",
        "\"type\":\"message\",\"content\":\"x\",\"room\":\"%s\"",
        "\"type\":\"message\",\"content\":\"x\",\"ref\":\"%s\"",
        "\"type\":\"message\",\"content\":\"x\",\"unknown\":\"%s\"",
        "\"type\":\"message\",\"content\":\"x\",\"unknown\":{\"a\":[\"%s\"]}",
        "\"type\":\"message\",\"content\":\"x\",\"%s\":1",
        "\"type\":\"message\",\"content\":\"x\",\"unknown\":{\"%s\":1}",
        "\"type\":\"private_message\",\"to_id\":1,\"content\":\"%s\"",
        "\"type\":\"private_message\",\"to_id\":\"%s\",\"content\":\"x\"",
        "\"type\":\"set_name\",\"name\":\"%s\"",
        "\"type\":\"set_name\",\"name\":\"Mallory\",\"ref\":\"%s\"",
        "\"type\":\"get_users\",\"room\":\"%s\"",
        "\"type\":\"get_history\",\"room\":\"%s\"",
        "\"type\":\"ping\",\"ref\":\"%s\"",
        "\"type\":\"%s\""
      })
  void aLoneSurrogateIsRefusedWhereverItIs(String object) {
    for (String lone : List.of(LONE, "\\udc00", "\\uDC00\\uD800", "\\ud83d\\ud83d\\ude00")) {
      refused("invalid_format", "{" + object.replace("%s", lone) + "}");
    }
  }

  @Test
  void aSurrogatePairIsACharacterLikeAnyOther() {
    mallory.sendText("{\"type\":\"message\",\"content\":\"\\ud83d\\ude00\"}");
    assertEquals("\uD83D\uDE00", witness.expect("message").getString("content"));
    mallory.sendText("{\"type\":\"message\",\"content\":\"\\\\ud800\"}");
    assertEquals("\\ud800", witness.expect("message").getString("content"));
  }

  @Test
  void aRefOver64CharactersIsRefused() {
    String ref = "r".repeat(65);
    refused("invalid_format", "{\"type\":\"message\",\"content\":\"x\",\"ref\":\"" + ref + "\"}");
    refused("invalid_format", "{\"type\":\"ping\",\"ref\":\"" + ref + "\"}");
  }

  @Test
  void aDuplicateKeyIsAnsweredOnce() {
    mallory.sendText("{\"type\":\"ping\",\"ref\":\"a\",\"ref\":\"b\"}");
    String type = mallory.take().getString("type");
    assertTrue(List.of("pong", "error").contains(type), type);
    mallory.sendText("{\"type\":\"ping\",\"type\":\"get_users\"}");
    type = mallory.take().getString("type");
    assertTrue(List.of("pong", "users", "error").contains(type), type);
    unnoticed();
  }

  @Test
  void aDuplicateKeyHidesNothingFromTheChecks() {
    refused("invalid_format", "{\"type\":\"ping\",\"x\":\"" + LONE + "\",\"x\":\"fine\"}");
  }

  @Test
  void unknownFieldsAreIgnored() {
    mallory.sendText(
        "{\"zzz\":[1,{\"a\":null}],\"type\":\"message\",\"from_id\":1,\"from_name\":\"System\","
            + "\"id\":7,\"seq\":7,\"timestamp\":0,\"content\":\"mine\",\"a.b\":1e400}");
    JsonObject message = witness.expect("message");
    assertEquals("mine", message.getString("content"));
    assertEquals(mallory.id(), message.getJsonNumber("from_id").longValueExact());
    assertEquals(mallory.name(), message.getString("from_name"));
    assertFalse(message.containsKey("zzz"));
  }

  @Test
  void aNumberOfManyDigitsInAnUnknownFieldCostsNothing() {
    for (String number : List.of("9".repeat(10_000), "1e1000000000", "0." + "3".repeat(9000))) {
      mallory.sendText("{\"type\":\"ping\",\"x\":" + number + "}");
      String type = mallory.take().getString("type");
      assertTrue(List.of("pong", "error").contains(type), type);
    }
    unnoticed();
  }

  @Test
  void nullCountsAsAbsent() {
    mallory.sendText(
        "{\"type\":\"get_history\",\"room\":null,\"before_seq\":null,\"after_seq\":null,"
            + "\"limit\":null,\"ref\":null}");
    mallory.expect("history");
    mallory.sendText("{\"type\":\"get_users\",\"room\":null}");
    mallory.expect("users");
    mallory.sendText("{\"type\":\"ping\",\"ref\":null}");
    assertFalse(mallory.expect("pong").containsKey("ref"));
  }

  @Test
  void anUnknownTypeIsNamedButCutAtFortyCharacters() {
    JsonObject error = refused("unknown_type", "{\"type\":\"shout\",\"ref\":\"r\"}");
    assertEquals("Unknown message type: shout", error.getString("message"));
    assertEquals("r", error.getString("ref"));
    error = refused("unknown_type", "{\"type\":\"" + "x".repeat(5000) + "\"}");
    assertEquals("Unknown message type: " + "x".repeat(40), error.getString("message"));
    error = refused("unknown_type", "{\"type\":\"" + "\uD83D\uDE00".repeat(60) + "\"}");
    assertEquals("Unknown message type: " + "\uD83D\uDE00".repeat(40), error.getString("message"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Message",
        "PING",
        "ping ",
        "welcome",
        "users",
        "history",
        "join",
        "leave",
        "error",
        "pong",
        "ack",
        "stats",
        "name_changed",
        "user_renamed",
        "going_away"
      })
  void whatOnlyTheServerSaysOrNobodyIsUnknown(String type) {
    refused("unknown_type", "{\"type\":\"" + type + "\",\"content\":\"x\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kick",
        "mute",
        "unmute",
        "ban",
        "unban",
        "set_role",
        "claim_admin",
        "get_restraints",
        "get_config"
      })
  void whatOnlySomeMayIsNotAllowed(String type) {
    JsonObject error = refused("not_allowed", "{\"type\":\"" + type + "\",\"ref\":\"r\"}");
    assertEquals("r", error.getString("ref"));
  }

  @Test
  void aHelloIsUnsupportedWhereNoneIsSaid() {
    JsonObject error = refused("unsupported", "{\"type\":\"hello\",\"ref\":\"r\"}");
    assertEquals("r", error.getString("ref"));
    assertFalse(error.getString("message").isEmpty());
  }

  @Test
  void aBinaryFrameIsUnsupported() {
    mallory.sendBinary("{\"type\":\"ping\"}".getBytes(UTF_8));
    mallory.expectError("unsupported");
    unnoticed();
    mallory.sendBinary(new byte[0]);
    mallory.expectError("unsupported");
    mallory.sendBinary(new byte[20_000]);
    mallory.expectError("unsupported");
    unnoticed();
  }

  @Test
  void aThousandFaultsInARowAreAThousandAnswers() {
    String[] faults = {"x", "[]", "{\"type\":7}", "{\"type\":\"nope\"}", "[".repeat(9000)};
    for (int i = 0; i < 200; i++) {
      Arrays.stream(faults).forEach(mallory::sendText);
    }
    for (int i = 0; i < 1000; i++) {
      mallory.expect("error");
    }
    unnoticed();
  }

  @Test
  void aNameWithALoneSurrogateChangesNothing() {
    refused("invalid_format", "{\"type\":\"set_name\",\"name\":\"Mal" + LONE + "lory\"}");
    JsonObject users = witness.ask("get_users", "users");
    assertEquals(mallory.name(), TestClient.list(users).get(0).getString("name"));
  }
}
