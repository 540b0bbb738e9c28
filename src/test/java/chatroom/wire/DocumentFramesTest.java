package chatroom.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.ProtocolDocument;
import chatroom.testing.ProtocolDocument.Side;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden frame is as the AsyncAPI document says, and no longer is when it is changed. */
class DocumentFramesTest {
  private static final ProtocolDocument DOCUMENT = ProtocolDocument.shipped();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final WireCodec CODEC = new WireCodec();

  static Collection<String> names() {
    return Samples.ALL.keySet();
  }

  private static JsonNode frame(String name) throws JsonProcessingException {
    return JSON.readTree(CODEC.encode(Samples.of(name)));
  }

  private static void assertRefused(JsonNode frame) {
    assertFalse(DOCUMENT.faults(Side.SERVER, frame).isEmpty(), frame.toString());
  }

  @ParameterizedTest
  @MethodSource("names")
  void aGoldenFrameIsAsDescribed(String name) {
    assertEquals(
        List.of(), DOCUMENT.faults(Side.SERVER, CODEC.encode(Samples.of(name))), name + ".json");
  }

  @ParameterizedTest
  @MethodSource("names")
  void anotherFieldInAnyOfItsObjectsIsNot(String name) throws JsonProcessingException {
    JsonNode frame = frame(name);
    for (ObjectNode object : objects(frame)) {
      object.put("zzz", 1);
      assertRefused(frame);
      object.remove("zzz");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void anotherKindOfValueInAnyOfItsFieldsIsNot(String name) throws JsonProcessingException {
    JsonNode frame = frame(name);
    for (ObjectNode object : objects(frame)) {
      for (String field : ProtocolDocument.names(object)) {
        JsonNode before = object.get(field);
        for (JsonNode other : List.of(JSON.nullNode(), JSON.readTree("[[]]"))) {
          object.set(field, other);
          assertRefused(frame);
        }
        object.set(field, before);
      }
    }
  }

  /** The frame itself and all objects in it. */
  private static List<ObjectNode> objects(JsonNode node) {
    return Stream.concat(
            node instanceof ObjectNode object ? Stream.of(object) : Stream.of(),
            StreamSupport.stream(node.spliterator(), false).flatMap(it -> objects(it).stream()))
        .toList();
  }
}
