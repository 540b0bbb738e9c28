package chatroom.functional;

import static chatroom.testing.TestClient.content;
import static chatroom.testing.TestClient.list;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for tests of what is done to messages. */
final class Telling {
  private Telling() {}

  /** The id of what the first says in general, which the others hear. */
  static long said(TestClient author, String text, TestClient... others) {
    author.send("message", "content", text, "room", "general", "ref", "said " + text);
    long id = id(author.expect("ack"));
    for (TestClient other : others) {
      other.expect("message");
    }
    return id;
  }

  /** The id of what the first says to the second alone. */
  static long whispered(TestClient author, TestClient to, String text) {
    author.send("private_message", "to_id", to.id(), "content", text);
    to.expect("private_message");
    return id(author.expect("private_message_sent"));
  }

  /** The ack of what is done; what else comes before it is skipped. */
  static JsonObject acked(TestClient client, String type, @Nullable Object... fields) {
    client.send(type, fields);
    return client.await("ack");
  }

  static long id(JsonObject frame) {
    return frame.getJsonNumber("id").longValueExact();
  }

  /** Which message a change is about. */
  static long about(JsonObject change) {
    return content(change).getJsonNumber("message_id").longValueExact();
  }

  /** The newest messages of a room. */
  static List<JsonObject> history(TestClient reader, String room) {
    return list(reader.ask("get_history", "history", "room", room));
  }

  /** The newest message of a room. */
  static JsonObject newest(TestClient reader, String room) {
    List<JsonObject> all = history(reader, room);
    return all.get(all.size() - 1);
  }

  /** All events of a room from that message on. */
  static List<JsonObject> eventsFrom(TestClient reader, String room, long seq) {
    return list(reader.ask("get_history", "history", "room", room, "after_seq", seq - 1));
  }

  static List<String> types(List<JsonObject> frames) {
    return frames.stream().map(it -> it.getString("type")).toList();
  }
}
