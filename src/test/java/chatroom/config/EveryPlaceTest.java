package chatroom.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.config.Machine.Where;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The keys that {@link ChatConfigPlacesTest} does not name one by one, in each place. */
final class EveryPlaceTest {
  @TempDir Path userHome = Path.of("");

  static Stream<Arguments> everyKeyInEveryPlace() {
    Map<String, String> values =
        Map.of(
            "typing", "false",
            "log", "memory",
            "datasource", "jdbc/chat",
            "jdbc-url", "jdbc:postgresql://db/chat",
            "retention-days", "365",
            "resume-window-seconds", "0",
            "resume-token-days", "7",
            "gathering-millis", "0",
            "rooms", "general,dev",
            "roster-limit", "50");
    return values.entrySet().stream()
        .flatMap(
            it ->
                Arrays.stream(Where.values())
                    .map(where -> Arguments.of(where, it.getKey(), it.getValue())));
  }

  @ParameterizedTest
  @MethodSource("everyKeyInEveryPlace")
  void eachPlaceIsHeard(Where where, String key, String value) {
    String described = new Machine(userHome).say(where, key, value).config().describe();

    assertTrue(described.contains("\n" + key + " = " + value + " ("), described);
    assertFalse(described.contains(key + " = " + value + " (default)"), described);
  }
}
