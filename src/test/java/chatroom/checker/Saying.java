package chatroom.checker;

import chatroom.testing.TestClient;
import jakarta.json.JsonObject;

/**
 * Something to say, until it is acknowledged and for later repeats.
 *
 * @param room its shared name
 * @param toId the addressee; 0 for everybody
 */
record Saying(String ref, String room, long toId, String text) {
  /** As it goes over the line, each time the same. */
  JsonObject frame() {
    return toId == 0
        ? TestClient.frame("message", "content", text, "ref", ref)
        : TestClient.frame("private_message", "to_id", toId, "content", text, "ref", ref);
  }
}
