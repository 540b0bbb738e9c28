package chatroom.wire;

import static chatroom.testing.ProtocolDocument.names;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chatroom.testing.ProtocolDocument;
import chatroom.testing.ProtocolDocument.Side;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document is valid AsyncAPI 3.0, and whole: nothing is missing, and nothing is left over. */
class DocumentTest {
  /** As published by the AsyncAPI initiative (Apache-2.0), in its package of schemas 6.11.1. */
  private static final Path SPECIFICATION = Path.of("src/test/resources/asyncapi/3.0.0.json");

  private static final String MESSAGES = "#/channels/chat/messages/";
  private static final ProtocolDocument DOCUMENT = ProtocolDocument.shipped();

  private static List<String> references(JsonNode node) {
    return node.findValuesAsText("$ref");
  }

  @Test
  void itIsAsTheSpecificationSays() throws IOException {
    assertEquals(List.of(), DOCUMENT.faults(SPECIFICATION));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertEquals(
        List.of(),
        references(DOCUMENT.root()).stream()
            .filter(it -> DOCUMENT.at(it).isMissingNode())
            .toList());
  }

  @Test
  void everySchemaIsUsed() {
    Set<String> unused = new TreeSet<>(names(DOCUMENT.at("#/components/schemas")));
    references(DOCUMENT.root()).forEach(it -> unused.remove(it.replaceFirst(".*/", "")));

    assertEquals(Set.of(), unused);
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeIsAMessageOfTheChannelWithItsOwnSchema(Side side) {
    for (String type : DOCUMENT.types(side)) {
      JsonNode message = DOCUMENT.at(MESSAGES + side.name(type));

      assertEquals(type, message.path("name").asText());
      assertEquals("#/components/schemas/" + side.name(type), message.at("/payload/$ref").asText());
    }
  }

  @Test
  void aClientDoesEachOfItsTypesInOneOperation() {
    assertEquals(messages(Side.CLIENT), sorted(spoken("receive", "/messages")));
  }

  @Test
  void theServerSaysEachOfItsTypesInAnAnswerOrUnasked() {
    Stream<String> said =
        Stream.concat(
            spoken("receive", "/reply/messages").stream(), spoken("send", "/messages").stream());

    assertEquals(messages(Side.SERVER), sorted(said.distinct().toList()));
  }

  private static List<String> messages(Side side) {
    return DOCUMENT.types(side).stream().map(it -> MESSAGES + side.name(it)).toList();
  }

  private static List<String> spoken(String action, String where) {
    List<String> spoken = new ArrayList<>();
    for (JsonNode operation : DOCUMENT.at("#/operations")) {
      if (operation.path("action").asText().equals(action)) {
        references(operation.at(where)).stream()
            .filter(it -> it.startsWith(MESSAGES))
            .forEach(spoken::add);
      }
    }
    return spoken;
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }

  @Test
  void anObjectOfTheServerHasNoFieldThatIsNotNamed() {
    for (String type : DOCUMENT.types(Side.SERVER)) {
      assertStrict(type, DOCUMENT.schema(Side.SERVER, type));
    }
  }

  private static void assertStrict(String where, JsonNode node) {
    if (node.path("type").asText().equals("object")) {
      assertEquals("false", node.path("additionalProperties").asText(), where + ": " + node);
    }
    StreamSupport.stream(node.spliterator(), false)
        .map(DOCUMENT::resolved)
        .forEach(it -> assertStrict(where, it));
  }
}
