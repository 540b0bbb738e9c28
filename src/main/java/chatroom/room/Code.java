package chatroom.room;

import java.util.Locale;

/** The {@code code} of an {@code error}: what programs tell a refusal by. */
public enum Code {
  INVALID_FORMAT("Invalid message format"),
  UNKNOWN_TYPE("Unknown message type"),
  INVALID_NAME("Invalid name (1-20 characters required)"),
  NAME_TAKEN("Name already in use"),
  USER_NOT_FOUND("User not found or offline"),
  MESSAGE_TOO_LARGE("Message too large"),
  RATE_LIMITED("Too many messages"),
  UNAVAILABLE("Try again"),
  ROOM_NOT_FOUND("No such room"),
  NOT_IN_ROOM("Not in this room"),
  INVALID_ROOM("Not a room to join"),
  ROOM_EXISTS("There is a room of this name, or of one that looks like it"),
  NOT_ALLOWED("Not allowed"),
  MUTED("Muted"),
  BANNED("Banned"),
  MESSAGE_NOT_FOUND("No such message"),
  INVALID_URL("Not a link to an image"),
  AUTH_FAILED("Wrong username or password"),
  REGISTRATION_CLOSED("Nobody can register here"),
  INVALID_INVITATION("An invitation is needed that can still be used"),
  WEAK_PASSWORD("Too weak a password"),
  SERVER_FULL("Server is full"),
  UNSUPPORTED("Not supported");

  private final String message;

  Code(String message) {
    this.message = message;
  }

  /** The English text for people. */
  public String message() {
    return message;
  }

  /** The name on the wire, in {@code lower_case_with_underscores}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
