package chatroom.wire;

/** The size of text as a JSON string, without encoding it. */
public final class JsonSize {
  /** What an escape like <code>&#92;u0000</code> takes beyond the one byte of its character. */
  private static final int LONG_ESCAPE = 5;

  private JsonSize() {}

  /** How many bytes of UTF-8 the text takes between its quotation marks, at most. */
  public static int of(String text) {
    int bytes = Utf8.length(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == 0x7f) {
        bytes += LONG_ESCAPE;
      } else if (c == '"' || c == '\\') {
        bytes++;
      }
    }
    return bytes;
  }
}
