package chatroom.checker;

import chatroom.testing.TestClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * Something to say, or to do to a message, until it is acknowledged and for later repeats.
 *
 * @param room its shared name
 * @param text what is said; empty for what is done
 * @param frame as it goes over the line, each time the same
 */
record Saying(String ref, String room, String text, JsonObject frame) {
  /** Something for everybody. */
  static Saying toAll(String ref, String text) {
    return new Saying(
        ref,
        Rooms.GENERAL,
        text,
        TestClient.frame("message", "content", text, "room", Rooms.GENERAL, "ref", ref));
  }

  /**
   * Something for one.
   *
   * @param room its shared name
   */
  static Saying toOne(String ref, String room, long toId, String text) {
    return new Saying(
        ref,
        room,
        text,
        TestClient.frame("private_message", "to_id", toId, "content", text, "ref", ref));
  }

  /** Another text for a message. */
  static Saying edit(String ref, Told message, String text) {
    return change(ref, message, "edit", "content", text);
  }

  /** An end to a message. */
  static Saying delete(String ref, Told message) {
    return change(ref, message, "delete");
  }

  /** An emoji for a message, or none. */
  static Saying react(String ref, Told message, String emoji, boolean on) {
    return change(ref, message, "react", "emoji", emoji, "on", on);
  }

  private static Saying change(String ref, Told message, String type, Object... fields) {
    JsonObject frame =
        Json.createObjectBuilder(TestClient.frame(type, fields))
            .add("message_id", message.id())
            .add("ref", ref)
            .build();
    return new Saying(ref, message.room(), "", frame);
  }

  /** Whether something is said, and not done. */
  boolean isSaid() {
    return !text.isEmpty();
  }
}
