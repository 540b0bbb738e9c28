package chatroom.checker;

import chatroom.checker.Revision.Kind;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads stored events as the server tells them. */
final class Postings {
  private static final Set<String> SAID =
      Set.of("message", "image", "private_message", "private_message_sent");

  private Postings() {}

  static Posting of(JsonObject it) {
    JsonValue content = it.getOrDefault("content", JsonValue.NULL);
    String text = content instanceof JsonString said ? said.getString() : content.toString();
    return new Posting(
        it.getJsonNumber("id").longValueExact(),
        it.getJsonNumber("seq").longValueExact(),
        it.getJsonNumber("from_id").longValueExact(),
        text,
        SAID.contains(it.getString("type")),
        new Look(text, it.containsKey("deleted_at"), reactions(it.getJsonArray("reactions"))),
        content instanceof JsonObject change
            ? revision(it.getString("type"), change)
            : Optional.empty());
  }

  private static Map<String, Integer> reactions(@Nullable JsonArray told) {
    Map<String, Integer> counted = new TreeMap<>();
    if (told != null) {
      told.getValuesAs(JsonObject.class)
          .forEach(it -> counted.put(it.getString("emoji"), it.getInt("count")));
    }
    return Map.copyOf(counted);
  }

  private static Optional<Revision> revision(String type, JsonObject change) {
    return switch (type) {
      case "message_edited" ->
          Optional.of(new Revision(about(change), Kind.EDIT, change.getString("content"), 0));
      case "message_deleted" -> Optional.of(new Revision(about(change), Kind.DELETE, "", 0));
      case "reaction" ->
          Optional.of(
              new Revision(
                  about(change), Kind.REACT, change.getString("emoji"), change.getInt("count")));
      default -> Optional.empty();
    };
  }

  private static long about(JsonObject change) {
    return change.getJsonNumber("message_id").longValueExact();
  }
}
