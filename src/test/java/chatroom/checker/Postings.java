package chatroom.checker;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;

/** Reads stored events as the server tells them. */
final class Postings {
  private static final Set<String> SAID =
      Set.of("message", "image", "private_message", "private_message_sent");

  private Postings() {}

  static Posting of(JsonObject it) {
    JsonValue content = it.getOrDefault("content", JsonValue.NULL);
    return new Posting(
        it.getJsonNumber("id").longValueExact(),
        it.getJsonNumber("seq").longValueExact(),
        it.getJsonNumber("from_id").longValueExact(),
        content instanceof JsonString text ? text.getString() : content.toString(),
        SAID.contains(it.getString("type")));
  }
}
