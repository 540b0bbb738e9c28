package chatroom.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server says looks on the wire as the files in {@code protocol} do. */
class GoldenFramesTest {
  private static final Path FILES = Path.of("src/test/resources/protocol");

  private final WireCodec codec = new WireCodec();

  static Collection<String> names() {
    return Samples.ALL.keySet();
  }

  private static JsonValue parsed(String json) {
    try (JsonParser parser = Json.createParser(new StringReader(json))) {
      parser.next();
      return parser.getValue();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aMessageLooksAsItsFileDoes(String name) throws IOException {
    String text = codec.encode(Samples.of(name));

    assertEquals(parsed(Files.readString(FILES.resolve(name + ".json"))), parsed(text));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aMessageBeginsWithItsTypeAndIsOneLine(String name) {
    String text = codec.encode(Samples.of(name));
    String type = name.replaceFirst("-.*", "");

    assertTrue(text.startsWith("{\"type\":\"" + type + "\","), text);
    assertFalse(text.contains("\n"), text);
  }

  @Test
  void everyFileIsThatOfASample() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      Set<String> stems =
          files
              .map(it -> it.getFileName().toString().replaceFirst("\\.json$", ""))
              .collect(Collectors.toCollection(TreeSet::new));

      assertEquals(new TreeSet<>(names()), stems);
    }
  }

  @Test
  void everythingTheServerCanSayHasASample() {
    Set<Class<?>> shown =
        Samples.ALL.values().stream().map(Object::getClass).collect(Collectors.toSet());

    assertEquals(Permitted.by(ServerMessage.class), shown);
  }
}
