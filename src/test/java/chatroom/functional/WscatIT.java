package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chatroom.testing.ChatServer;
import chatroom.testing.Wscat;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What README shows of wscat is what wscat shows. */
@Tag("browser")
final class WscatIT {
  /** What differs from run to run. */
  private static final Set<String> TIMES =
      Set.of("timestamp", "sent_at", "edited_at", "connected_at", "server_time", "uptime_seconds");

  private static final String SENT = "> ";
  private static final String RECEIVED = "< ";

  @Test
  void theTranscriptInTheReadmeIsTrue() throws IOException {
    List<String> transcript = transcript("$ wscat -c ws://localhost:8080/chat/ws");
    List<String> rooms = transcript("**Rooms from a terminal**");
    try (ChatServer server = ChatServer.start();
        Wscat wscat = Wscat.connect(server.ws(), List.of())) {
      play(transcript, wscat);
      play(rooms, wscat);
    }
  }

  @Test
  void theEchoInTheReadmeIsTrue() throws IOException {
    List<String> transcript = transcript("$ wscat -c ws://localhost:8080/chat/echo -x Hello -w 1");
    try (ChatServer server = ChatServer.start();
        // Longer than README's second, which a busy machine may need for the answer.
        Wscat wscat = Wscat.connect(server.echo(), List.of("-x", "Hello", "-w", "15"))) {
      play(transcript, wscat);
    }
  }

  private static void play(List<String> transcript, Wscat wscat) {
    for (String line : transcript) {
      if (line.startsWith(SENT)) {
        wscat.type(line.substring(SENT.length()));
      } else {
        assertEquals(timeless(line.substring(RECEIVED.length())), timeless(wscat.shown()));
      }
    }
  }

  /** The lines in README below the first one that begins so, up to the end of their block. */
  private static List<String> transcript(String begin) throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of(System.getProperty("it.readme"))).stream()
            .dropWhile(line -> !line.startsWith(begin))
            .skip(1)
            .takeWhile(line -> !line.equals("```"))
            .filter(line -> line.startsWith(SENT) || line.startsWith(RECEIVED))
            .toList();
    assertFalse(lines.isEmpty(), "README shows " + begin);
    return lines;
  }

  private static String timeless(String line) {
    return line.startsWith("{")
        ? timeless(Json.createReader(new StringReader(line)).readValue()).toString()
        : line;
  }

  private static JsonValue timeless(JsonValue value) {
    switch (value.getValueType()) {
      case OBJECT -> {
        JsonObjectBuilder object = Json.createObjectBuilder();
        value
            .asJsonObject()
            .forEach((k, v) -> object.add(k, TIMES.contains(k) ? JsonValue.NULL : timeless(v)));
        return object.build();
      }
      case ARRAY -> {
        JsonArrayBuilder array = Json.createArrayBuilder();
        value.asJsonArray().forEach(v -> array.add(timeless(v)));
        return array.build();
      }
      default -> {
        return value;
      }
    }
  }
}
