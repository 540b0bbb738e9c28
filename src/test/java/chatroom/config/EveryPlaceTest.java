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
        Map.ofEntries(
            Map.entry("edit-window-seconds", "60"),
            Map.entry("auth", "container"),
            Map.entry("registration", "closed"),
            Map.entry("max-upload-bytes", "0"),
            Map.entry("upload-quota-bytes", "1125899906842624"),
            Map.entry("upload-total-bytes", "7"),
            Map.entry("typing", "false"),
            Map.entry("log", "memory"),
            Map.entry("datasource", "jdbc/chat"),
            Map.entry("jdbc-url", "jdbc:postgresql://db/chat"),
            Map.entry("retention-days", "365"),
            Map.entry("resume-window-seconds", "0"),
            Map.entry("resume-token-days", "7"),
            Map.entry("gathering-millis", "0"),
            Map.entry("rooms", "general,dev"),
            Map.entry("room-creation", "nobody"),
            Map.entry("max-rooms-per-user", "5"),
            Map.entry("roster-limit", "50"));
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
