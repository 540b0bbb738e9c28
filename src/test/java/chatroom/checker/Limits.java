package chatroom.checker;

import jakarta.json.JsonObject;

/** What a welcome says of how much may be said. */
final class Limits {
  private Limits() {}

  /** Messages a second; 0 if any number. */
  static int messagesPerSecond(JsonObject welcome) {
    JsonObject limits = welcome.getJsonObject("limits");
    return limits == null ? 0 : limits.getInt("rate", 0);
  }
}
