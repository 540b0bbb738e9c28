package chatroom.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.List;

/**
 * What a client says, and by what it knows that it is in.
 *
 * <p>Thread safety: immutable.
 *
 * @param bare whether the server greets nobody, and all who connect to the same address are in one
 *     room, as with {@link NaiveEndpoint} and {@link FloorServer}
 */
record Wording(Frames frames, boolean bare, Marker marker, int contentBytes) {
  private static final String FIRST_ROOM = "general";

  private boolean hasHello() {
    return frames != Frames.PLAIN && !bare;
  }

  /** Asks for the upgrade. */
  byte[] request(URI url, String room) {
    String target = url.getRawPath() + (bare ? "?room=" + room : "");
    return ("GET "
            + target
            + " HTTP/1.1\r\nHost: "
            + url.getAuthority()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + (hasHello() ? "Sec-WebSocket-Protocol: chat.v1\r\n" : "")
            + "\r\n")
        .getBytes(US_ASCII);
  }

  /** What is said to get into the room, one frame each. */
  List<String> arrival(String room) {
    if (hasHello()) {
      String kind = frames == Frames.BINARY ? "binary" : "text";
      return List.of(
          "{\"type\":\"hello\",\"frames\":\"" + kind + "\",\"rooms\":{\"" + room + "\":0}}");
    }
    if (bare || room.equals(FIRST_ROOM)) {
      return List.of();
    }
    return List.of(
        "{\"type\":\"join_room\",\"room\":\"" + room + "\"}",
        "{\"type\":\"leave_room\",\"room\":\"" + FIRST_ROOM + "\"}");
  }

  /** Whether an object of the greeting is the last one before the room's messages. */
  static boolean endsGreeting(String object, String room) {
    return object.startsWith("{\"type\":\"history\"")
        && object.contains("\"room\":\"" + room + '"');
  }

  /** A message of that number. */
  byte[] message(int number, String room) {
    var text = new StringBuilder("{\"type\":\"message\",\"content\":\"");
    text.append(marker.of(number));
    for (int i = Marker.LENGTH; i < contentBytes; i++) {
      text.append(i % 8 == 7 ? ' ' : (char) ('a' + i % 26));
    }
    text.append('"');
    if (!room.equals(FIRST_ROOM)) {
      text.append(",\"room\":\"").append(room).append('"');
    }
    return text.append('}').toString().getBytes(US_ASCII);
  }
}
