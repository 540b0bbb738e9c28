package chatroom.functional;

import static chatroom.testing.ProtocolDocument.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ProtocolDocument;
import chatroom.testing.ProtocolDocument.Side;
import chatroom.testing.TestClient;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the AsyncAPI document does not allow in a field of any type is refused as malformed; the
 * connection goes on, and nobody else notices.
 */
final class HostileFieldsIT extends TwoInTheRoom {
  private static final ProtocolDocument DOCUMENT = ProtocolDocument.shipped();

  /** Each is one too many for some field. */
  private static final List<String> VALUES =
      List.of(
          "true",
          "42",
          "-1",
          "1.5",
          "-1e400",
          "1000000000000000000",
          "-9223372036854775809",
          "9".repeat(300),
          "\"x\"",
          "\"" + "r".repeat(65) + "\"",
          "[]",
          "[\"x\"]",
          "{}",
          "{\"type\":\"ping\"}");

  /** Malformed wherever they are. */
  private static final List<String> POISON =
      List.of(
          "\"\\ud800\"",
          "\"before\\udc00after\"",
          "{\"\\ud800\":1}",
          "[\"\\udc00\\ud800\"]",
          "[".repeat(32) + "]".repeat(32),
          "{\"x\":".repeat(32) + "1" + "}".repeat(32));

  /** A plain client is told that there is no hello. */
  private static Set<String> types() {
    Set<String> types = DOCUMENT.types(Side.CLIENT);
    types.remove("hello");
    return types;
  }

  private static JsonNode schema(String type) {
    return DOCUMENT.schema(Side.CLIENT, type);
  }

  private static List<String> fields(String type) {
    return names(schema(type).path("properties")).stream()
        .filter(it -> !it.equals("type"))
        .toList();
  }

  /** The first example of the type, with each of the values in that field. */
  private static Stream<String> frames(String type, String field, List<String> values) {
    return values.stream().map(value -> frame(type, field, value));
  }

  private static String frame(String type, String field, String value) {
    var frame = new StringBuilder("{\"type\":\"" + type + "\",\"" + field + "\":" + value);
    for (var other : schema(type).path("examples").path(0).properties()) {
      if (!other.getKey().equals("type") && !other.getKey().equals(field)) {
        frame.append(",\"" + other.getKey() + "\":" + other.getValue());
      }
    }
    return frame.append('}').toString();
  }

  @Test
  void whatASchemaDoesNotAllowIsRefused() {
    for (String type : types()) {
      malformed(fields(type).stream().flatMap(field -> notAllowed(type, field).stream()).toList());
    }
  }

  private static List<String> notAllowed(String type, String field) {
    List<String> wrong =
        frames(type, field, VALUES)
            .filter(frame -> !DOCUMENT.faults(Side.CLIENT, frame).isEmpty())
            .toList();
    assertTrue(wrong.size() > 2, field + " of " + type + " may hold nearly everything");
    return wrong;
  }

  @Test
  void aLoneSurrogateAndDeepNestingAreRefusedInEveryField() {
    for (String type : types()) {
      malformed(fields(type).stream().flatMap(field -> frames(type, field, POISON)).toList());
    }
  }

  /** Each has its own answer, in their order. */
  private void malformed(List<String> frames) {
    frames.forEach(mallory::sendText);
    for (String frame : frames) {
      JsonObject answer = mallory.take();
      assertEquals("error", answer.getString("type"), () -> answer + " to " + frame);
      assertEquals("invalid_format", code(answer), () -> answer + " to " + frame);
    }
    unnoticed();
  }

  /**
   * That they are read is shown elsewhere; here, that something is done about each. Who signs in
   * without an account has to go, so that is the last, and somebody else's.
   */
  @Test
  void theExamplesAreUnderstood() {
    for (String type : types()) {
      if (type.equals("auth")) {
        continue;
      }
      for (JsonNode example : schema(type).path("examples")) {
        mallory.sendText(example.toString());
        for (JsonObject answer : mallory.untilNow()) {
          assertTrue(isUnderstood(answer), () -> answer + " to " + example);
        }
      }
    }
    TestClient guest = CHAT.join();
    guest.sendText(schema("auth").path("examples").get(0).toString());
    guest.await("auth_success");
  }

  private static boolean isUnderstood(JsonObject answer) {
    return !answer.getString("type").equals("error")
        || !List.of("invalid_format", "unknown_type", "unsupported").contains(code(answer));
  }

  private static String code(JsonObject error) {
    return TestClient.content(error).getString("code");
  }
}
