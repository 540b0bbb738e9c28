package chatroom.functional;

import static org.junit.jupiter.api.Assertions.assertTrue;

import chatroom.testing.ChatServer;
import chatroom.testing.TestClient;
import chatroom.testing.Wscat;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Somebody at a terminal with wscat, who types JSON and reads all that is shown, line by line.
 *
 * <p>JSON is written with apostrophes for quotes here. Thread safety: for one thread.
 */
final class Typist implements AutoCloseable {
  private final Wscat wscat;

  private Typist(Wscat wscat) {
    this.wscat = wscat;
  }

  /** Connects, reads the greeting and says who they are. */
  static Typist called(String name, ChatServer server) {
    Typist typist = new Typist(Wscat.connect(server.ws(), List.of()));
    typist.reads("{'type':'welcome'}", "{'type':'users'}", "{'type':'history'}");
    typist.types("{'type':'set_name','name':'" + name + "'}");
    typist.reads("{'type':'name_changed','content':{'new_name':'" + name + "'}}");
    return typist;
  }

  /** A command that says these things in {@code chat.v1}, and then only shows what comes. */
  static Typist executing(ChatServer server, String... lines) {
    List<String> options = new ArrayList<>(List.of("-s", "chat.v1", "-w", "-1"));
    Stream.of(lines).forEach(line -> options.addAll(List.of("-x", quoted(line))));
    return new Typist(Wscat.connect(server.ws(), options));
  }

  private static String quoted(String line) {
    return line.replace('\'', '"');
  }

  void types(String line) {
    wscat.type(quoted(line));
  }

  /** The next line is an object with at least these fields; those that are null it has not. */
  JsonObject read(String fields) {
    JsonObject shown = TestClient.parse(wscat.shown());
    JsonObject expected = TestClient.parse(quoted(fields));
    assertTrue(holds(shown, expected), () -> "shown: " + shown + "\nexpected: " + expected);
    return shown;
  }

  /** The next lines are objects with at least these fields. */
  void reads(String... lines) {
    List.of(lines).forEach(this::read);
  }

  /** What they type is refused, for this reason. */
  void isRefused(String line, String code, String message) {
    types(line);
    read("{'type':'error','content':{'code':'" + code + "','message':'" + message + "'}}");
  }

  /** Nothing was shown but what they have read. */
  void readsNothing() {
    types("{'type':'ping','ref':'now'}");
    read("{'type':'pong','ref':'now'}");
  }

  private static boolean holds(JsonValue shown, JsonValue expected) {
    if (shown instanceof JsonObject object && expected instanceof JsonObject fields) {
      return fields.entrySet().stream()
          .allMatch(
              field ->
                  field.getValue() == JsonValue.NULL
                      ? !object.containsKey(field.getKey())
                      : object.containsKey(field.getKey())
                          && holds(object.get(field.getKey()), field.getValue()));
    }
    if (shown instanceof JsonArray array && expected instanceof JsonArray elements) {
      return array.size() == elements.size()
          && IntStream.range(0, array.size()).allMatch(i -> holds(array.get(i), elements.get(i)));
    }
    return shown.equals(expected);
  }

  @Override
  public void close() {
    wscat.close();
  }
}
