package chatroom.storage;

import org.jspecify.annotations.Nullable;

/**
 * Texts as databases hold them: PostgreSQL's cannot have U+0000, which clients may send.
 *
 * <p>U+0000 becomes U+FFFE and a 0; U+FFFE itself, which is no character and never seen, becomes
 * U+FFFE and a 1.
 */
final class StoredText {
  private static final String MARK = "\uFFFE";

  private StoredText() {}

  /** The text to store. */
  static String encode(String text) {
    return isPlain(text) ? text : text.replace(MARK, MARK + "1").replace("\0", MARK + "0");
  }

  /** The same for a text that may be missing. */
  static @Nullable String encodeIfThere(@Nullable String text) {
    return text == null ? null : encode(text);
  }

  /** The text that was stored. */
  static String decode(String stored) {
    return isPlain(stored) ? stored : stored.replace(MARK + "0", "\0").replace(MARK + "1", MARK);
  }

  private static boolean isPlain(String text) {
    return text.indexOf('\0') < 0 && !text.contains(MARK);
  }
}
