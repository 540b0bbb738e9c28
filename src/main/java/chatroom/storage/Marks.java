package chatroom.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatroom.room.RoomName;
import chatroom.room.Token;
import java.util.UUID;

/**
 * What a message is found by beside its words, each written as one word of ASCII letters and
 * digits, or one with a character of a writing without spaces behind it.
 */
final class Marks {
  /** In a room that is no private chat. */
  static final String OPEN = "o";

  /** With an image. */
  static final String IMAGE = "i";

  private Marks() {}

  /** In a private chat of that user. */
  static String reader(long userId) {
    return "u" + userId;
  }

  /** In that room. */
  static String room(RoomName room) {
    return "r" + digest(room.value());
  }

  /** By that user. */
  static String author(long userId) {
    return "a" + userId;
  }

  /** Written under that name, in any case and width. */
  static String authorName(String name) {
    return "n" + digest(Token.folded(name));
  }

  /** With that character, of a writing without spaces. */
  static String character(String character) {
    return "c" + character;
  }

  /** Names have characters that a database would cut at. */
  private static String digest(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString().replace("-", "");
  }
}
