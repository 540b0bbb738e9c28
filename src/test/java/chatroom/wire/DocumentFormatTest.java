package chatroom.wire;

import static chatroom.testing.ProtocolDocument.names;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.room.Code;
import chatroom.testing.ProtocolDocument;
import chatroom.testing.ProtocolDocument.Side;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server takes from a client is what the AsyncAPI document says, and no more. */
class DocumentFormatTest {
  private static final ProtocolDocument DOCUMENT = ProtocolDocument.shipped();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Not 7.0 and 7e0, which are whole numbers to a schema and none to the server. */
  private static final List<String> VALUES =
      Stream.of(
              Stream.of("null", "true", "false", "[]", "{}", "[\"x\"]", "[7]", "[{}]"),
              Stream.of("\"\"", "\"x\"", "\"7\"", "\"@7\"", "\"" + "r".repeat(64) + "\""),
              Stream.of("\"" + "r".repeat(65) + "\"", "\"" + "😀".repeat(64) + "\""),
              Stream.of("0", "7", "-1", "1.5", "-0.5", "9007199254740993"),
              Stream.of("999999999999999999", "-999999999999999999"),
              Stream.of("1000000000000000000", "9223372036854775808", "1" + "0".repeat(300)),
              Stream.of("{\"general\":0}", "{\"general\":-1}", "{\"general\":\"0\"}"),
              Stream.of("{\"general\":null}", "{\"general\":1000000000000000000}"))
          .flatMap(it -> it)
          .toList();

  static Collection<String> types() {
    return DOCUMENT.types(Side.CLIENT);
  }

  private static JsonNode examples(String type) {
    return DOCUMENT.schema(Side.CLIENT, type).path("examples");
  }

  private static boolean isTaken(String frame) {
    try {
      Decoding.decoded(frame);
      return true;
    } catch (Malformed e) {
      return e.rejection().code() != Code.INVALID_FORMAT;
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void theExamplesAreAsDescribedAndUnderstood(String type) throws Malformed {
    for (JsonNode example : examples(type)) {
      assertEquals(List.of(), DOCUMENT.faults(Side.CLIENT, example));
      assertEquals(type, example.path("type").asText());
      Decoding.decoded(example.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void theExamplesShowEveryField(String type) {
    Set<String> shown = new TreeSet<>();
    examples(type).forEach(example -> shown.addAll(names(example)));

    assertEquals(
        new TreeSet<>(names(DOCUMENT.schema(Side.CLIENT, type).path("properties"))), shown);
  }

  @ParameterizedTest
  @MethodSource("types")
  void anyValueInAnyFieldIsTakenIfAndOnlyIfItIsDescribed(String type)
      throws JsonProcessingException {
    for (String field : names(DOCUMENT.schema(Side.CLIENT, type).path("properties"))) {
      for (String value : field.equals("type") ? List.<String>of() : VALUES) {
        ObjectNode frame = examples(type).get(0).deepCopy();
        frame.set(field, JSON.readTree(value));

        assertEquals(
            isTaken(frame.toString()),
            DOCUMENT.faults(Side.CLIENT, frame).isEmpty(),
            field + " in " + frame);
      }
    }
  }
}
